#!/usr/bin/env bash
# A training that only waits: train.sh [--sleep SECONDS] [--exit CODE] [anything else]. It notes its own clock in $TRUTH, so that
# there is a truth that Slurm has no part in: START or END, epoch seconds, job, restarts, step, GPUs that it sees.
note() {
  local gpus=()
  IFS=, read -ra gpus <<<"${CUDA_VISIBLE_DEVICES:-}"
  local step=${SLURM_STEP_ID:-batch}
  [ "$step" = -5 ] || [ "$step" = 4294967291 ] && step=batch # as 26.05 says it
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$EPOCHREALTIME" "$SLURM_JOB_ID" "${SLURM_RESTART_COUNT:-0}" "$step" "${#gpus[@]}" >> "$TRUTH"
}
seconds=1 code=0
while [ $# -gt 0 ]; do
  case $1 in
    --sleep) seconds=$2; shift ;;
    --exit) code=$2; shift ;;
  esac
  shift
done
note START
sleep "$seconds" &
trap 'kill $!; note END; exit 143' TERM
wait $!
note END
exit "$code"
