#!/bin/sh
# Event handler of smstools' smsd: hands every SMS to ZapOTP, once it is safe on disk here. smsd waits no longer than that:
# it is sent in the background, again and again until ZapOTP has stored it.
#
#   smstools-event.sh RECEIVED FILE   called by smsd; other events are none of ours
#   smstools-event.sh flush           sends what is left, after a restart: call it from cron every minute
#
# Settings are in /etc/zapotp-sms.conf (or $ZAPOTP_CONF), written as shell variables:
#   URL='https://otp.example.com/in/smstools/1/in_…'  the source's address
#   USER_AND_PASSWORD='zapotp:…'                      the source's secret; empty if it has none
#   SPOOL=/var/spool/zapotp-smstools                  where messages wait; smsd's user must be able to write there
#   PAUSE=10                                          seconds between attempts
set -u
exec </dev/null >/dev/null 2>&1
umask 077
SPOOL=/var/spool/zapotp-smstools PAUSE=10 USER_AND_PASSWORD=
. "${ZAPOTP_CONF:-/etc/zapotp-sms.conf}" || exit 1
mkdir -p "$SPOOL/new" "$SPOOL/ready" || exit 1

say() { command -v logger >/dev/null && logger -t zapotp-smstools "$1"; }

keep() {
  name=$(date +%s)-$$-${1##*/}
  cp "$1" "$SPOOL/new/$name" || return 1
  sync "$SPOOL/new/$name" 2>/dev/null || sync
  mv "$SPOOL/new/$name" "$SPOOL/ready/$name"
}

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
      [ -f "$message" ] || continue
      if send; then rm "$message"; else failed=1; fi
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
  file=${message##*/}
  settings |
    curl -fsS --max-time 30 -o /dev/null -K - --data-binary "@$message" -H "Content-Type: application/octet-stream" \
      -H "X-Event: RECEIVED" -H "X-File: ${file#*-*-}" -H "X-Time-Zone: $(date +%z)"
}

case ${1-} in
  RECEIVED) keep "$2" || { say "$2 could not be copied to $SPOOL"; exit 1; } ;;
  flush) ;;
  *) exit 0 ;;
esac
flush &
