export {type GradientCheck, centralDifferences, gradientCheck, relativeError} from "./gradientCheck.js";
export {hessian} from "./hessian.js";
export {singularValues} from "./singularValues.js";
export {conditionNumber} from "./conditionNumber.js";
export {inputHessian} from "./inputHessian.js";
export {descentSteps} from "./descentSteps.js";
export {stabilityEdge} from "./stabilityEdge.js";
export {contractionFactor} from "./contractionFactor.js";
export {momentumPath} from "./momentumPath.js";
export {type EscapeOptions, escapeTime, growthFactor} from "./escapeTime.js";
export {type DepthEscapeOptions, depthEscapeTime} from "./depthEscapeTime.js";
export {stepsUntil} from "./stepsUntil.js";
export {type EffectiveRateOptions, effectiveRate} from "./effectiveRate.js";
export {type RateSearch, type RateSearchOptions, rateSearch, type Trial} from "./rateSearch.js";
export {probe} from "./probe.js";
export {
  type LayerStatistics,
  type SignalStatistics,
  type Spread,
  factorPerLayer,
  layerStatistics,
  signalStatistics,
  spread
} from "./layerStatistics.js";
export {type MeanField, type MeanFieldOptions, meanField} from "./meanField.js";
export {type Spectrum, productSpectra} from "./productSpectra.js";
export {type RangePoint, type RangeTestOptions, rangeSweep, rangeTest} from "./rangeTest.js";
export {
  type BatchNoiseOptions,
  batchNoise,
  gradientCovariance,
  gradientDeviation,
  sampleGradients
} from "./gradientNoise.js";
export {type ExpectedExcessOptions, expectedExcess} from "./expectedExcess.js";
