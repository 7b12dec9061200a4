import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {PNG} from "pngjs";

/** Where the pictures are that pages should look like. */
export const pictureFolder = "test/e2e/looks/pictures";

export function readPicture(name: string): PNG | null {
  const path = join(pictureFolder, name);
  return existsSync(path) ? PNG.sync.read(readFileSync(path)) : null;
}

/** Writes a picture; in sixteen shades of each colour, as no eye and no comparison of ours sees more, it is small. */
export function writePicture(name: string, {width, height, data}: PNG): void {
  const plain = new PNG({width, height});
  data.forEach((value, i) => {
    plain.data[i] = Math.round(value / 17) * 17;
  });
  mkdirSync(pictureFolder, {recursive: true});
  writeFileSync(join(pictureFolder, name), PNG.sync.write(plain, {colorType: 2, deflateLevel: 9}));
}
