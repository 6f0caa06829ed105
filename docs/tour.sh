#!/usr/bin/env bash
# The tour: one document of policies on three gateways of three vendors, proven by real requests. Needs ./run in another terminal.
# Environment: ENTENTE_SERVER, ENTENTE_TOKEN_FILE, ENTENTE_GATEWAY_URL, ENTENTE_KONG_URL, ENTENTE_KONG_ADMIN_URL,
# ENTENTE_APIGEE_URL, ENTENTE_APIGEE_ADMIN_URL, ENTENTE_PRACTICE_PORT, ENTENTE_DATA_DIR, ENTENTE_KAFKA; the defaults fit a ./run without settings of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
envoy_url="${ENTENTE_GATEWAY_URL:-http://127.0.0.1:10000}"
kong_url="${ENTENTE_KONG_URL:-http://127.0.0.1:10100}"
kong_admin="${ENTENTE_KONG_ADMIN_URL:-http://127.0.0.1:10101}"
apigee_url="${ENTENTE_APIGEE_URL:-http://127.0.0.1:10200}"
apigee_admin="${ENTENTE_APIGEE_ADMIN_URL:-http://127.0.0.1:10201}"
practice_port="${ENTENTE_PRACTICE_PORT:-9101}"
kafka="${ENTENTE_KAFKA:-$(cat "${ENTENTE_DATA_DIR:-.entente/data}/kafka-address" 2>/dev/null || true)}"
token="$(cat "${ENTENTE_TOKEN_FILE:-.entente/data/admin-token}")"
server="${ENTENTE_SERVER:-http://127.0.0.1:8080}"
requests=25
closed=3
gateways=(edge kong apigee)
# A name of its own for each run, so that counts of an earlier tour do not mix in.
api="tour-$(date +%s)"
limit=10
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'tour: %s\n' "$*" >&2; exit 1; }
run() { printf '$ %s\n' "$*"; "$@"; }
hub() { local method="$1" path="$2"; shift 2; curl -sf -X "$method" -H "Authorization: Bearer $token" "$@" "$server$path"; }
plan_id() { sed -n 's/^plan \([^ ]*\) for .*/\1/p' "$1"; }
plan_changes() { # gateway, file: prints the plan; fails unless it holds changes
  local code=0
  run ./entente plan "$1" | tee "$2" || code=${PIPESTATUS[0]}
  [[ $code -eq 2 ]] || fail "the plan of $1 should hold changes (exit code 2), got $code"
}
plan_empty() {
  run ./entente plan "$1" || fail "the plan of $1 should be empty (exit code 0)"
}
url_of() {
  case "$1" in
    edge) echo "$envoy_url" ;;
    kong) echo "$kong_url" ;;
    apigee) echo "$apigee_url" ;;
  esac
}
team() { scripts/apigee-team --management "$apigee_admin" "$@"; }
# Everything on the Kong that is not ours, without the times Kong itself keeps.
kong_foreign() {
  local list
  for list in services routes plugins consumers key-auths; do
    curl -sf "$kong_admin/$list?size=1000" | python3 -c '
import json, sys
for entity in sorted(json.load(sys.stdin)["data"], key=lambda e: e["id"]):
    if "entente" not in (entity.get("tags") or []):
        print(json.dumps(entity, sort_keys=True))'
  done
}

say "Somebody else's routes on the Kong, somebody else's proxy on the Apigee"
curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' "$kong_admin/services/$api" -d "{\"url\": \"http://127.0.0.1:$practice_port\"}"
curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' "$kong_admin/services/$api/routes/$api-route" -d "{\"paths\": [\"/$api\"], \"strip_path\": false}"
curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' "$kong_admin/services/$api/routes/$api-closed" -d "{\"paths\": [\"/$api/closed\"], \"strip_path\": false}"
kong_foreign > "$work/foreign-before"
team proxy "$api" "/$api" "http://127.0.0.1:$practice_port/$api"
team foreign > "$work/apigee-before"

say "One API on three gateways, and four policies for it"
sed "s/@UPSTREAM_PORT@/$practice_port/; s/@API@/$api/g" docs/tour/api.yaml > "$work/api.yaml"
run ./entente apply -f "$work/api.yaml"
sed "s/@API@/$api/g" docs/tour/policy.yaml > "$work/policy.yaml"
run ./entente apply -f "$work/policy.yaml"

say "The plans: the native difference, and what each translation keeps and loses"
for gateway in "${gateways[@]}"; do
  plan_changes "$gateway" "$work/plan-$gateway"
  grep -q APPROXIMATE "$work/plan-$gateway" || fail "the plan of $gateway should say that the rate limit is approximate"
done

say "Approve and apply"
for gateway in "${gateways[@]}"; do run ./entente approve "$(plan_id "$work/plan-$gateway")"; done

say "A second plan is empty"
for gateway in "${gateways[@]}"; do plan_empty "$gateway"; done

say "$closed real requests to what is closed: 403 from each"
for gateway in "${gateways[@]}"; do
  for ((i = 0; i < closed; i++)); do
    code="$(curl -s -o /dev/null -w '%{http_code}' "$(url_of "$gateway")/$api/closed/$i")"
    [[ "$code" == 403 ]] || fail "$gateway answered $code to a closed path"
  done
  echo "$gateway: $closed of $closed refused with 403"
done

say "$requests real requests to each: the header on what was accepted, 429 beyond the limit"
# All limits count by minute; the Kong's minute is that of the clock, so the requests start early in one.
second=$((10#$(date +%S)))
((second < 45)) || sleep $((61 - second))
for gateway in "${gateways[@]}"; do
  url="$(url_of "$gateway")"
  : > "$work/answers"
  : > "$work/headers"
  for ((i = 0; i < requests; i++)); do
    curl -s -o /dev/null -D - "$url/$api/$i" | tr -d '\r' > "$work/one"
    sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p' "$work/one" >> "$work/answers"
    if grep -qi '^x-governed-by: entente' "$work/one"; then echo header >> "$work/headers"; fi
  done
  ok=$(grep -c '^200$' "$work/answers" || true)
  limited=$(grep -c '^429$' "$work/answers" || true)
  headers=$(wc -l < "$work/headers")
  echo "$gateway: accepted $ok, refused with 429 $limited, with the header $headers"
  # The stated bound of each: 2 x limit in any window.
  ((ok >= limit && ok <= 2 * limit)) || fail "$gateway accepted $ok, outside $limit..$((2 * limit))"
  ((ok + limited == requests)) || fail "$gateway: $requests requests, but $ok + $limited answers"
  ((headers >= ok)) || fail "$gateway: only $headers answers carry the header"
done

say "The same count from the clients, from Kafka and from the view"
count_view() { ./entente traffic summary --api "$api" "$@" -o json | sed -n '/"total"/,$s/.*"requests": \([0-9]*\).*/\1/p' | head -n 1; }
sent=$((${#gateways[@]} * (requests + closed)))
for ((i = 0; i < 60; i++)); do
  view="$(count_view || true)"
  [[ "${view:-0}" == "$sent" ]] && break
  sleep 0.5
done
seen="$(java -jar simulators/practice/target/practice.jar count --bootstrap "$kafka" --topic entente.traffic.v1 --api "$api")"
echo "clients $sent, Kafka $seen, view ${view:-0} (edge $(count_view --gateway edge), kong $(count_view --gateway kong), apigee $(count_view --gateway apigee))"
[[ "${view:-0}" == "$sent" && "$seen" == "$sent" ]] || fail "the counts differ"

say "A hand edit of what is ours is drift, on each"
hub GET "/api/gateways/edge/native/cluster/api.$api" > "$work/cluster.json"
sed 's/"connect_timeout": *"5s"/"connect_timeout": "9s"/' "$work/cluster.json" > "$work/edited.json"
cmp -s "$work/cluster.json" "$work/edited.json" && fail "the edit changed nothing"
hub PUT "/api/gateways/edge/native/cluster/api.$api" -H 'Content-Type: application/json' --data-binary "@$work/edited.json" > /dev/null
plugin="$(curl -sf "$kong_admin/routes/$api-route/plugins" | python3 -c '
import json, sys
print([p["id"] for p in json.load(sys.stdin)["data"] if p["name"] == "rate-limiting"][0])')"
curl -sf -o /dev/null -X PATCH -H 'Content-Type: application/json' "$kong_admin/plugins/$plugin" -d '{"config": {"minute": 1000}}'
# The proxy's team deploys it again from its repository, without our Steps.
team reimport "$api"
run ./entente get drifts --gateway edge --refresh | tee "$work/drift"
grep -q 'connect_timeout' "$work/drift" || fail "the drift should name connect_timeout"
grep -q '9s' "$work/drift" || fail "the drift should show the new value"
run ./entente get drifts --gateway kong --refresh | tee "$work/drift"
grep -q 'config.minute' "$work/drift" || fail "the drift should name config.minute"
grep -q '1000' "$work/drift" || fail "the drift should show the new value"

run ./entente get drifts --gateway apigee --refresh | tee "$work/drift"
grep -q "apis/$api" "$work/drift" || fail "the drift should name the proxy"
grep -q 'PostClientFlow' "$work/drift" || fail "the drift should name the Step that is gone"

say "The next plan heals it"
for gateway in "${gateways[@]}"; do
  plan_changes "$gateway" "$work/heal"
  run ./entente approve "$(plan_id "$work/heal")"
  plan_empty "$gateway"
done

say "Rollback: the plans of the policies undone, with what cannot return"
for gateway in "${gateways[@]}"; do
  run ./entente rollback plan "$(plan_id "$work/plan-$gateway")" | tee "$work/undo"
  run ./entente approve "$(plan_id "$work/undo")"
done
code="$(curl -s -o /dev/null -w '%{http_code}' "$envoy_url/$api/after")"
[[ "$code" == 404 ]] || fail "after the rollback the route should be gone from the Envoy, got $code"
kong_foreign > "$work/foreign-after"
cmp "$work/foreign-before" "$work/foreign-after" || fail "something on the Kong that is not ours changed"
team foreign > "$work/apigee-after"
cmp "$work/apigee-before" "$work/apigee-after" || fail "something on the Apigee that is not ours changed"
echo "On the Apigee everything that is not ours is as it was, byte for byte: $(wc -l < "$work/apigee-after") files and hooks"
echo "On the Kong everything that is not ours is as it was, byte for byte: $(wc -l < "$work/foreign-after") entities"

say "The documents of the tour are deleted again"
for document in "apis/$api" policies/partner-rate-limit policies/partner-header policies/partner-closed policies/partner-traffic; do
  hub DELETE "/api/$document" > /dev/null
done
for gateway in "${gateways[@]}"; do plan_empty "$gateway"; done
curl -sf -o /dev/null -X DELETE "$kong_admin/routes/$api-route"
curl -sf -o /dev/null -X DELETE "$kong_admin/routes/$api-closed"
curl -sf -o /dev/null -X DELETE "$kong_admin/services/$api"

team remove "$api"
echo "Calls of the management API held against Google's own description: $(curl -sf "$apigee_admin/_simulator/validation" | python3 -c '
import json, sys
seen = json.load(sys.stdin)
print(seen["requests"], "requests,", seen["answers"], "answers,", len(seen["violations"]), "violations")
sys.exit(1 if seen["violations"] else 0)')" || fail "a call or an answer is not as Google describes it"

say "The tour is done"
