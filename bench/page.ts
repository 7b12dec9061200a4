import {measure} from "./measure.js";
import {peakEntrant} from "./peak.js";

// speed.ts calls this in the page
Object.assign(globalThis, {
  measureHere: (plain: readonly number[], fused: readonly number[]) =>
    measure(
      [...peakEntrant("plain", Uint8Array.from(plain)), ...peakEntrant("fused", Uint8Array.from(fused))],
      console.log
    )
});
