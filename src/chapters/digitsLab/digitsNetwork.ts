import {identity, relu} from "../../lib/activations.js";
import {heNormal} from "../../lib/initializers.js";
import {type Network, network} from "../../lib/network.js";
import type {Random} from "../../lib/types.js";

/** The network with which the digits lab begins, 64-32-10, before its training. */
export const digitsNetwork = (source: Random): Network =>
  network({sizes: [64, 32, 10], activations: [relu, identity], initializer: heNormal, random: source});
