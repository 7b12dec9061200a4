import {mkdirSync} from "node:fs";

/**
 * What Framework's client names although no page uses it. Where a version folder stands in its cache,
 * Framework does not ask the package registry for the newest one; so builds need no network and
 * do not change when somebody publishes a package.
 */
const unusedPackages = [
  "@duckdb/duckdb-wasm@1.29.0",
  "@observablehq/plot@0.6.17",
  "@observablehq/sample-datasets@1.0.1",
  "apache-arrow@17.0.0",
  "arquero@7.2.1",
  "d3@7.9.0",
  "d3-dsv@3.0.1",
  "echarts@5.5.1",
  "htl@0.3.1",
  "isoformat@0.2.1",
  "leaflet@1.9.4",
  "lodash@4.17.21",
  "mapbox-gl@3.9.0",
  "parquet-wasm@0.6.1",
  "react@18.3.1",
  "react-dom@18.3.1",
  "topojson-client@3.1.0"
];

/** Makes Framework's cache below `root` know those versions. */
export function stayOffline(root: string): void {
  for (const name of unusedPackages) mkdirSync(`${root}/.observablehq/cache/_npm/${name}`, {recursive: true});
}
