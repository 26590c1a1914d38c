#!/usr/bin/env bash
# A throw-away, single-host, real Slurm with accounting, on loopback, without systemd or cgroups, as root or as a plain user. The
# programs must be there already: install-slurm.sh.
#
#   slurm-up.sh up       configure, start, wait until usable
#   slurm-up.sh env      print the `export` lines that a shell needs to talk to it
#   slurm-up.sh wait [S] block until the queue is empty and accounting has caught up (default 120 s)
#   slurm-up.sh purge    cancel jobs, stop exactly the processes that `up` started, delete the state
#
# SLURM_UP_DIR is the directory for all state, SLURM_UP_PORT the first of ten loopback ports.
# Run on Debian 12 (Slurm 22.05); with other configurations it has run 20.11, 24.11 and 26.05.
set -u -o pipefail
D=${SLURM_UP_DIR:?} P=${SLURM_UP_PORT:-16800}
# name:cpus:memoryMB:gpuType:gpus; each GPU type has a partition of its name
NODES="titan01:16:64000:titanx:4 m40n01:16:64000:m40:4"
ME=$(id -un)
HOST=$(hostname -s 2>/dev/null || hostname)
PATH=$PATH:/usr/sbin:/sbin
export SLURM_CONF=$D/etc/slurm.conf
# Slurm's clients read these; a caller that itself runs inside another Slurm must not leak them in.
unset SLURM_TIME_FORMAT SACCT_FORMAT SLURM_CLUSTERS SLURM_JOB_ID SLURM_JOBID

say() { printf 'slurm-up: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

until_true() { # until_true SECONDS WHAT command...
  local end=$((SECONDS + $1)) what=$2; shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { say "waited in vain for $what"; return 1; }
    sleep 0.1
  done
}

# ---- processes: noted as "pid starttime", so that a pid that was given away again is never killed
started_at() { sed -e 's/^.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" {print $20}'; }
alive() { # alive NAME
  local pid start
  read -r pid start 2>/dev/null < "$D/run/$1.proc" && [ -n "$start" ] && [ "$(started_at "$pid")" = "$start" ]
}
launch() { # launch NAME command...
  local name=$1; shift
  setsid "$@" </dev/null >"$D/log/$name.out" 2>&1 &
  local pid=$!
  sleep 0.05
  echo "$pid $(started_at $pid)" > "$D/run/$name.proc"
}
halt() { # halt NAME SECONDS
  alive "$1" || return 0
  local pid i; read -r pid _ < "$D/run/$1.proc"
  kill -TERM "$pid"
  for ((i = 0; i < $2 * 10; i++)); do alive "$1" || return 0; sleep 0.1; done
  say "$1 ($pid) did not stop in $2 s"; kill -KILL "$pid"
}
each_node() { local node name cpus memory type gpus; for node in $NODES; do IFS=: read -r name cpus memory type gpus <<<"$node"; "$@"; done; }

# ---- configure
gpu_files() {
  local i
  mkdir -p "$D/dev/$name"
  # Stands for a GPU: a null device, or a plain file where devices cannot be made.
  for ((i = 0; i < gpus; i++)); do mknod "$D/dev/$name/nvidia$i" c 1 3 2>/dev/null || : > "$D/dev/$name/nvidia$i"; done
  echo "NodeName=$name Name=gpu Type=$type File=$D/dev/$name/nvidia[0-$((gpus - 1))]"
}
node_line() {
  echo "NodeName=$name NodeHostname=$HOST NodeAddr=127.0.0.1 Port=$port CPUs=$cpus RealMemory=$memory Gres=gpu:$type:$gpus State=UNKNOWN"
  echo "PartitionName=$type Nodes=$name Default=YES MaxTime=INFINITE DefaultTime=01:00:00 State=UP"
  port=$((port + 1))
}
tres_of_type() { printf ',gres/gpu:%s' "$type"; }
configure() {
  mkdir -p "$D"/{etc,run,log,mysql,munge,ctld,dev,cgroup} || die "cannot write $D"
  chmod 755 "$D" "$D"/{etc,run,log,munge,ctld,dev}
  (umask 077; head -c 1024 /dev/urandom > "$D/munge/munge.key")
  each_node gpu_files > "$D/etc/gres.conf"
  local port=$((P + 5))
  # cred_expire: requeued jobs wait that long, 120 s by default. config_overrides: a small host poses as large nodes.
  { cat <<CONF
ClusterName=lisa
SlurmctldHost=$HOST(127.0.0.1)
SlurmUser=$ME
SlurmdUser=$ME
AuthType=auth/munge
AuthInfo=socket=$D/munge/munge.sock,cred_expire=5
SlurmctldPort=$((P + 1))
SlurmctldPidFile=$D/run/slurmctld.pid
SlurmdPidFile=$D/run/slurmd-%n.pid
StateSaveLocation=$D/ctld
SlurmdSpoolDir=$D/spool-%n
SlurmctldLogFile=$D/log/slurmctld.log
SlurmdLogFile=$D/log/slurmd-%n.log
SlurmdParameters=config_overrides
CommunicationParameters=NoAddrCache
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=500
GresTypes=gpu
SchedulerParameters=sched_min_interval=0,sched_interval=1,bf_interval=1,batch_sched_delay=0
MinJobAge=3600
KillWait=2
InactiveLimit=0
AccountingStorageType=accounting_storage/slurmdbd
AccountingStorageHost=127.0.0.1
AccountingStoragePort=$((P + 2))
AccountingStoragePass=$D/munge/munge.sock
AccountingStorageTRES=gres/gpu$(each_node tres_of_type)
AccountingStoreFlags=job_comment
CONF
    each_node node_line; } > "$D/etc/slurm.conf"
  # MaxQueryTimeRange: queries of more than ten days are refused, but not to root.
  (umask 077; cat > "$D/etc/slurmdbd.conf" <<CONF
AuthType=auth/munge
AuthInfo=socket=$D/munge/munge.sock
DbdHost=$HOST
DbdAddr=127.0.0.1
DbdPort=$((P + 2))
SlurmUser=$ME
PidFile=$D/run/slurmdbd.pid
LogFile=$D/log/slurmdbd.log
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=$((P + 3))
StorageUser=slurm
StoragePass=slurm
StorageLoc=slurm_acct_db
MaxQueryTimeRange=10-00:00:00
CONF
  )
  # 22.05 looks for a mounted cgroup file system unless a plugin is named; 23.11 and later have a word for none.
  if [ "$(slurmctld -V | sed -E 's/.* ([0-9]+)\.([0-9]+).*/\1\2/')" -ge 2311 ]; then echo CgroupPlugin=disabled
  else printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=%s/cgroup\n' "$D"; fi > "$D/etc/cgroup.conf"
  cat > "$D/etc/init.sql" <<SQL
CREATE DATABASE slurm_acct_db;
CREATE USER 'slurm'@'127.0.0.1' IDENTIFIED BY 'slurm';
GRANT ALL ON slurm_acct_db.* TO 'slurm'@'127.0.0.1';
SQL
}

# ---- up and down
failed() { tail -n 20 "$D/log/$1"* >&2; die "$1 did not start"; }
start_node() { mkdir -p "$D/spool-$name"; launch "slurmd-$name" slurmd -D -N "$name"; }
nodes_ready() { [ "$(sinfo -h -N -o %t | sort -u)" = idle ]; }
registered() { [ "$(sacctmgr -n -P show cluster lisa format=controlport)" = "$((P + 1))" ]; }
up() {
  configure
  launch munged munged --foreground --force --key-file="$D/munge/munge.key" --socket="$D/munge/munge.sock" \
    --pid-file="$D/run/munged.pid" --log-file="$D/log/munged.log" --seed-file="$D/munge/munge.seed"
  mariadb-install-db --no-defaults --user="$ME" --datadir="$D/mysql" --auth-root-authentication-method=normal \
    --skip-test-db --skip-name-resolve >"$D/log/mariadb-install.out" 2>&1 || failed mariadb-install
  launch mariadbd mariadbd --no-defaults --user="$ME" --datadir="$D/mysql" --socket="$D/run/mysqld.sock" \
    --pid-file="$D/run/mariadbd.pid" --bind-address=127.0.0.1 --port=$((P + 3)) --skip-name-resolve \
    --init-file="$D/etc/init.sql" --innodb-lock-wait-timeout=900 --skip-log-bin
  until_true 20 munge sh -c "munge -S '$D/munge/munge.sock' -n | unmunge -S '$D/munge/munge.sock'" || failed munged
  until_true 60 mariadb mariadb --no-defaults -h 127.0.0.1 -P $((P + 3)) -u slurm -pslurm -e 'select 1' slurm_acct_db || failed mariadbd
  launch slurmdbd slurmdbd -D
  until_true 60 slurmdbd sacctmgr -n show cluster || failed slurmdbd
  sacctmgr -i -Q add cluster lisa >/dev/null || die "sacctmgr could not add the cluster"
  launch slurmctld slurmctld -D -i
  until_true 30 slurmctld scontrol ping || failed slurmctld
  each_node start_node
  until_true 60 "all nodes" nodes_ready || failed slurmd
  until_true 30 "the cluster in slurmdbd" registered || failed slurmdbd
}
purge() {
  if alive slurmctld && alive munged; then
    timeout 20 scancel --quiet --user="$ME"
    until_true 15 "jobs to end" sh -c '[ -z "$(squeue -h)" ]'
  fi
  local file
  for file in "$D"/run/slurmd-*.proc; do [ -e "$file" ] && halt "$(basename "$file" .proc)" 10; done
  halt slurmctld 20; halt slurmdbd 20; halt mariadbd 30; halt munged 10
  rm -rf "${D:?}"/{etc,run,log,mysql,munge,ctld,dev,cgroup} "${D:?}"/spool-*
}

# Every job that slurmctld remembers (MinJobAge: an hour) has ended, and slurmdbd has its final record. Asked by id, since
# right after `up` records lack their time of eligibility for a second, and a query by time does not show them.
settled() {
  local jobs; jobs=$(squeue -h -t all -o '%A %t') || return 1
  ! grep -Evq ' (CD|CA|F|TO|NF|PR|OOM|DL|BF)$' <<<"$jobs" || return 1
  local ids; ids=$(awk '{print $1}' <<<"$jobs" | sort -u)
  local final; final=$(sacct -a -X -n -P -o JobIDRaw,State,End,Eligible -j "$(paste -sd, <<<"$ids")" |
    awk -F'|' '$2 !~ /^(RUNNING|PENDING|REQUEUED)/ && $3 != "Unknown" && ($4 != "Unknown" || $2 ~ /^CANCELLED/) {print $1}' | sort -u)
  [ -z "$(comm -23 <(echo "$ids") <(echo "$final"))" ]
}

case ${1:-} in
  up) up ;;
  env) printf 'export SLURM_CONF=%s PATH=$PATH:/usr/sbin\nunset SLURM_TIME_FORMAT SACCT_FORMAT SLURM_CLUSTERS\n' "$SLURM_CONF" ;;
  wait) until_true "${2:-120}" "jobs and accounting" settled ;;
  purge) purge ;;
  *) sed -n '2,12p' "$0"; exit 2 ;;
esac
