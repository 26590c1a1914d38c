/** Measures of how well or how fast a run did: the last word of the name of a result. */
const MEASURES =
  'loss|losses|acc|accuracy|f1|bleu|rouge\\w*|auc|auroc|auprc|map|mse|rmse|mae|mape|r2|psnr|ssim|fid|iou|miou|dice|ppl|perplexity|wer|cer|ece|nll|elbo|bpb|bpc|reward|rewards|return|returns|score|scores|grad_?norm|throughput|runtime|seconds|minutes|hours|duration|time_ms|top1|top5|error|err|correlation|samples_per_second|steps_per_second|tokens_per_second|(?:success|error|hit|win|pass)_rate';
const ENDS_IN_MEASURE = new RegExp(`(?:^|[/._-])(?:${MEASURES})(?:[/@_-]?(?:mean|std|min|max|avg|\\d+))?$`, 'i');
/** Counters that go on as a run goes on. */
const COUNTER = /^(?:[\w/.-]*\/|(?:global|best|final|current|last|env)[_-]?)?(?:epoch|step|iter|iteration)$/i;
/** Bounds that are set: `max_grad_norm`, `timeout_seconds`. */
const BOUND = /(?:^|[._-])(?:max|min|clip|target|limit|timeout|threshold|init|initial)[_-]\w+$/i;
/** Results that are kept in folders: `eval/…`. A configuration nests by dots. */
const IN_FOLDER =
  /^(?:eval|evaluation|val|valid|validation|test|train|training|metrics?|perf|timing|system|best|final|avg|mean|loss|losses|charts?|rollout|gradients|time|throughput|inference)\//i;
const SPLIT_OF_DATA = /^(?:val|valid|test|eval|train)_?(?:precision|recall|sensitivity|specificity|top\d)\b/i;
/** The last word of the name of a hyperparameter. */
const ENDS_IN_PARAMETER =
  /(?:^|[._-])(?:lr|learning_?rate|batch_?size|bs|dropout|weight_?decay|wd|momentum|seed|random_state|hidden|hidden_\w+|layers?|dims?|depth|width|heads?|epochs|warmup|warmup_\w+|betas?|beta_?\d|gamma|alpha|lambda|tau|eps|epsilon|temperature|optim|optimizer|scheduler|activation|model|dataset|rank|patience|size|rate|ratio|weight|units|channels|folds?)$/i;

/** Whether numbers under this name are results of a run, whatever their values. */
export const isNameOfResult = (name: string): boolean =>
  IN_FOLDER.test(name) ||
  COUNTER.test(name) ||
  SPLIT_OF_DATA.test(name) ||
  (ENDS_IN_MEASURE.test(name) && !BOUND.test(name));

/** Whether what stands under this name is a hyperparameter, whatever its values. */
export const isNameOfParameter = (name: string): boolean =>
  !name.includes('/') && !isNameOfResult(name) && ENDS_IN_PARAMETER.test(name);
