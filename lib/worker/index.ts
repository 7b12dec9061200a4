export type {Port} from "./port.js";
export type {EpochReport, Ending, Report, TrainingTask} from "./messages.js";
export {type NetworkDescription, describedNetwork} from "./describedNetwork.js";
export {type OptimizerDescription, type OptimizerName, describedOptimizer} from "./describedOptimizer.js";
export {type ScheduleDescription, describedSchedule} from "./describedSchedule.js";
export {serveTraining} from "./serveTraining.js";
export {type RemoteOptions, type RemoteTraining, remoteTraining} from "./remoteTraining.js";
