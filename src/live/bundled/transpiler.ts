export {type CompiledCell, type CompileOptions, compileCell} from "./compileCell.js";
export {CellSyntaxError} from "./cellSyntaxError.js";
