#!/usr/bin/env bash
# Submits a project's worth of jobs to the Slurm of SLURM_CONF, in about 90 s: sweeps, failures, requeues, odd names. Writes into the
# working directory: manifest.tsv (job id, study, attempts that sacct prints, what became of the last one) and truth.log (see train.sh).
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
export TRAIN=$HERE/train.sh TRUTH=$PWD/truth.log
: > "$TRUTH"
: > manifest.tsv

submit() { # submit STUDY ATTEMPTS STATE -- sbatch arguments; the id is left in $job
  local study=$1 attempts=$2 state=$3; shift 4
  job=$(sbatch --parsable --output=/dev/null --time=10 "$@")
  printf '%s\t%s\t%s\t%s\n' "$job" "$study" "$attempts" "$state" >> manifest.tsv
}
await() { # await JOB STATE: until the job, or a task of it, is in this state
  local i
  for i in $(seq 600); do squeue -h -t all -j "$1" -o %T | grep -qx "$2" && return; sleep 0.1; done
  echo "job $1 is never $2" >&2; exit 1
}

# The limit is a minute, the least there is; Slurm takes 72 to 83 s to see it. All else happens meanwhile.
submit timeout 1 timeout -- -p m40 --gres=gpu:1 --time=1 --job-name=overnight --wrap "$TRAIN --sleep 600"
submit array 6 completed -- -p titanx --gres=gpu:1 --array=0-5%3 --job-name=grid "$HERE/grid.sbatch" 1e-3,1e-4,1e-5 0.1,0.3
for lr in 0.1 0.01 0.001; do for dropout in 0.2 0.4; do
  submit loop 1 completed -- -p m40 --gres=gpu:1 "--job-name=lisa_lr${lr}_do${dropout}" --wrap "$TRAIN --lr $lr --dropout $dropout --sleep 2"
done; done

submit requeue 2 completed -- -p titanx --gres=gpu:2 --requeue --job-name=resumed --wrap "if [ \${SLURM_RESTART_COUNT:-0} = 0 ]; then $TRAIN --sleep 60; else $TRAIN --sleep 2; fi"
requeued=$job
submit cancel 1 cancelled -- -p titanx --gres=gpu:1 --job-name=stopped --wrap "$TRAIN --sleep 600"
cancelled=$job
# Never eligible: Slurm does not print such a job unless asked for its id.
submit held 0 hidden -- -p titanx --gres=gpu:1 --hold --job-name=thought_better --wrap "$TRAIN"
scancel "$job"
submit fail 1 failed -- -p m40 --gres=gpu:1 --job-name=diverged --wrap "$TRAIN --sleep 1 --exit 3"
await "$requeued" RUNNING; sleep 2; scontrol requeue "$requeued"
await "$cancelled" RUNNING; sleep 2; scancel "$cancelled"

submit het 2 completed -- -p titanx --gres=gpu:titanx:1 --job-name=pair : -p m40 --gres=gpu:m40:2 --wrap "$TRAIN --sleep 3"
submit steps 1 completed -- -p titanx -n 2 --gres=gpu:2 --job-name=epochs --wrap "for epoch in 1 2; do srun -n1 $TRAIN --sleep 1; done; srun -n1 --job-name='last|step' $TRAIN --sleep 1"
for name in 'a|b|c' $'new\nline' "it's \"quoted\"" 'naïve-日本語' '=cmd()' $'tab\there' ' lead and trail ' '<b>html</b>'; do
  submit names 1 completed -- -p m40 --gres=gpu:1 "--job-name=$name" "--comment=of $name" --wrap "$TRAIN --sleep 1 | cat"
done
# Two tasks run, the others never start: they are one record between them.
submit rest 2 cancelled -- -p m40 --gres=gpu:1 --array=1-8%2 --job-name=given_up --wrap "$TRAIN --sleep 600"
await "$job" RUNNING; sleep 2; scancel "$job"
"$HERE/slurm-up.sh" wait 150

# Still running when the logs are collected.
submit open 1 running -- -p titanx --gres=gpu:2 --job-name=still_open --wrap "$TRAIN --sleep 3000"
await "$job" RUNNING
for i in $(seq 100); do sacct -n -X -j "$job" -o State | grep -q RUNNING && break; sleep 0.1; done
