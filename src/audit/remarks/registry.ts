import type { Remark } from '../../model/audit.ts';
import { extrapolation } from './extrapolation.ts';
import { hardwareLabels, proxyHardware } from './hardware.ts';
import type { RemarkContext, RemarkFinder } from './remark-context.ts';
import { rounding } from './rounding.ts';
import { scopeOfFigures } from './scope.ts';
import { sourceMatch } from './source-match.ts';
import { unitOfPrice } from './unit-of-price.ts';
import { vagueWords } from './vague-words.ts';
import { dimensionOfWords, gasOfWords } from './wordings.ts';

/** The classes of what no sum shows, in the order in which they are told. */
const FINDERS: readonly RemarkFinder[] = [
  unitOfPrice,
  proxyHardware,
  hardwareLabels,
  dimensionOfWords,
  sourceMatch,
  vagueWords,
  rounding,
  extrapolation,
  scopeOfFigures,
  gasOfWords,
];

/** All that is odd about a claim besides its sums. */
export const remarksOn = (context: RemarkContext): readonly Remark[] => FINDERS.flatMap((find) => find(context));
