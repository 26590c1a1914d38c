#!/usr/bin/env bash
# Installs the programs of Slurm, its database and munge from Debian's packages, where they are missing. Takes root. Starts none.
set -eu
PACKAGES="slurmctld slurmd slurmdbd slurm-client mariadb-server munge"
missing=""
for package in $PACKAGES; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

cannot() { echo "install-slurm: $1. Missing:$missing" >&2; exit 1; }
command -v apt-get >/dev/null || cannot 'there is no apt-get'
[ "$(id -u)" = 0 ] || cannot 'it takes root'

# The packages' own scripts would start what they install.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 130' INT TERM HUP
  printf '#!/bin/sh\nexit 101\n' > $policy
  chmod 755 $policy
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null
