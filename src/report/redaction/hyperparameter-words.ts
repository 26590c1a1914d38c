/** Words of the trade: keys that tell nothing of anybody. Our own list, of what papers and training scripts call their hyperparameters. In lower case, without marks. */
export const HYPERPARAMETER_WORDS: ReadonlySet<string> = new Set(
  `a accum accumulation act activation adam alpha amp anneal aug augment augmentation b b1 b2 batch batches batchsize beam beta beta1 beta2 betas bias
  block blocks bn bs bsz c channels char chars clip clipnorm context cosine crop ctx cutoff d data dataset decay decoder degree delta depth diffusion dim dims do dp drop
  droppath dropout dropouts dr e early emb embed embedding enc encoder ema ensemble entropy ep epoch epochs eps epsilon eta expansion experts f factor
  feats features ff ffn filters fold folds freeze freq g gamma gradclip grad gpt groups h head heads hid hidden hiddensize horizon hs i init inner
  iter iterations iters k kernel kl l l1 l2 lambda lam label latent layer layers layerdrop learning learningrate length lora loss lr lrdecay lrs lstm m margin mask max maxlen maxlength
  min mixup ml mode model models momentum mom mlp mu n nb nesterov ngram nheads nhead nlayer nlayers noise norm num o omega opt optim optimizer order out output p pad patch
  patience penalty period pos pool prob q quant r rank rate ratio reg rep replicate repeat res reset rho rmsprop rnn rollout rounds rs run s sample samples
  scale schedule scheduler sched seed seeds seq seqlen seqlength sgd sigma size skip smooth smoothing split std steps step stride t tau task temp temperature theta threads
  threshold tie time tok tokens top topk topp trial units update updates v val value var variant vocab w warm warmup warmups wd wdecay weight weightdecay weights width window words x y z`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A key in lower case without marks: `--learning_rate` gives `learningrate`. */
export const bareKey = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
