#!/bin/sh
# Builds and checks the firmware, in less than a minute. As root, it installs the missing Debian packages.
set -eu
cd "$(dirname "$0")"

# Prints the missing packages.
missing() {
  for package in make gcc libc6-dev gcc-avr avr-libc binutils-avr arduino-core-avr; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q '^install ok installed' || echo "$package"
  done
}

packages=$(missing)
if [ -n "$packages" ] && [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $packages
  packages=$(missing)
fi
if [ -n "$packages" ]; then
  echo "The firmware's checks lack Debian packages. As root, run: apt-get install" $packages >&2
  exit 1
fi

make --silent test fuzz check-size sketch native FUZZ_SECONDS="${FUZZ_SECONDS:-10}"
