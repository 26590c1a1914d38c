#!/usr/bin/env bash
# Runs a command beside a real Slurm that has worked off `workload.sh`: with-slurm.sh COMMAND...
# The command finds the directory with manifest and truth in RUNLEDGER_SLURM. Slurm is taken down again however it ends.
# Where Slurm is not installed the command runs without it; with CI set, that is a failure.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/sbin:/sbin
installed() { local program; for program in sacct slurmctld slurmd slurmdbd mariadbd munged; do command -v $program >/dev/null || return 1; done; }
if ! installed; then
  echo 'with-slurm: there is no Slurm here (test/integration/install-slurm.sh), so its tests are skipped' >&2
  [ -z "${CI:-}" ] || exit 1
  exec "$@"
fi

free_port() { # the first of ten ports on which nobody listens
  local port i
  while :; do
    port=$((20000 + RANDOM % 1000 * 10))
    for i in 0 1 2 3 4 5 6 7 8 9; do (: < "/dev/tcp/127.0.0.1/$((port + i))") 2>/dev/null && continue 2; done
    echo $port; return
  done
}
SLURM_UP_DIR=$(mktemp -d "${TMPDIR:-/tmp}/slurm.XXXXXX")
SLURM_UP_PORT=$(free_port)
export SLURM_UP_DIR SLURM_UP_PORT
trap '"$HERE/slurm-up.sh" purge; rm -rf "$SLURM_UP_DIR"' EXIT
trap 'exit 130' INT TERM HUP

"$HERE/slurm-up.sh" up
mkdir "$SLURM_UP_DIR/work"
(eval "$("$HERE/slurm-up.sh" env)" && cd "$SLURM_UP_DIR/work" && "$HERE/workload.sh")
RUNLEDGER_SLURM=$SLURM_UP_DIR/work SLURM_CONF=$SLURM_UP_DIR/etc/slurm.conf "$@"
