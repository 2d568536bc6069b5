#!/bin/sh
# RunOnReceive of gammu-smsd: hands every SMS to ZapOTP, once it is safe on disk here. smsd waits no longer than that: it
# is sent in the background, again and again until ZapOTP has stored it.
#
#   gammu-on-receive.sh ID...   called by smsd, with the message in the environment (man gammu-smsd-run)
#   gammu-on-receive.sh flush   sends what is left, after a restart: call it from cron every minute
#
# Settings are in /etc/zapotp-sms.conf (or $ZAPOTP_CONF), written as shell variables:
#   URL='https://otp.example.com/in/gammu/1/in_…'     the source's address
#   USER_AND_PASSWORD='zapotp:…'                      the source's secret; empty if it has none
#   SPOOL=/var/spool/zapotp-gammu                     where messages wait; smsd's user must be able to write there
#   PAUSE=10                                          seconds between attempts
set -u
exec </dev/null >/dev/null 2>&1 # smsd has closed them.
umask 077
SPOOL=/var/spool/zapotp-gammu PAUSE=10 USER_AND_PASSWORD=
. "${ZAPOTP_CONF:-/etc/zapotp-sms.conf}" || exit 1
mkdir -p "$SPOOL/new" "$SPOOL/ready" || exit 1

say() { command -v logger >/dev/null && logger -t zapotp-gammu "$1"; }

# One folder for each message, one file for each variable: nothing in a text can break anything.
keep() {
  name=$(date +%s)-$$
  message=$SPOOL/new/$name
  mkdir "$message" || return 1
  put IDS "$*" && put TIME "$(date -u +%Y-%m-%dT%H:%M:%SZ)" && put ZONE "$(date +%z)" || return 1
  put PHONE_ID "${PHONE_ID-}" && put SMS_MESSAGES "${SMS_MESSAGES-0}" || return 1
  put DECODED_PARTS "${DECODED_PARTS-0}" || return 1
  n=0
  while [ $n -lt "${SMS_MESSAGES:-0}" ]; do
    n=$((n + 1))
    for variable in SMS_${n}_NUMBER SMS_${n}_CLASS SMS_${n}_TEXT; do put_variable $variable || return 1; done
  done
  n=0
  while [ $n -lt "${DECODED_PARTS:-0}" ]; do
    n=$((n + 1))
    put_variable DECODED_${n}_TEXT || return 1
  done
  sync "$message" 2>/dev/null || sync
  mv "$message" "$SPOOL/ready/$name"
}

put() { printf %s "$2" >"$message/$1"; }
put_variable() { eval "[ -z \"\${$1+set}\" ] || put $1 \"\$$1\""; }

# Sends what waits, oldest first, until nothing is left. Two at once do no harm: ZapOTP stores a message once.
flush() {
  if command -v flock >/dev/null; then
    exec 9>"$SPOOL/lock"
    tries=0
    until flock -n 9; do
      tries=$((tries + 1))
      [ $tries -gt 5 ] && return 0 # Whoever still has the lock sees what was just kept.
      sleep 1
    done
  fi
  while :; do
    failed=0
    for message in "$SPOOL/ready"/*; do
      [ -d "$message" ] || continue
      if send; then rm -r "$message"; else failed=1; fi
    done
    [ $failed = 0 ] && return 0
    say "a message could not be delivered; it is tried again in $PAUSE seconds"
    sleep "$PAUSE"
  done
}

# Secrets go through a pipe: everybody sees the arguments of a program.
settings() {
  printf 'url = "%s"\n' "$URL"
  [ -z "$USER_AND_PASSWORD" ] || printf 'user = "%s"\n' "$USER_AND_PASSWORD"
}

send() {
  set --
  for file in "$message"/*; do set -- "$@" --data-urlencode "${file##*/}@$file"; done
  settings | curl -fsS --max-time 30 -o /dev/null -K - "$@"
}

if [ "${1-}" != flush ]; then
  keep "$@" || { say "a message could not be written to $SPOOL"; exit 1; }
fi
flush &
