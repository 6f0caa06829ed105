package io.entente.translator.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.entente.translator.Translation;
import io.entente.translator.apigee.ApigeeProbes.Probe;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What callers meet of one translation after another, each time in a year of its own. */
final class Trials {

  private static final String ELSEWHERE = "/v1/elsewhere";
  private static final int FEW = 6;

  /** How long a line may be on its way. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static int years;

  private final RunningApigee apigee;
  private final JumpingClock clock;
  private final World world;
  private final List<Probe> probes;
  private final boolean dated;
  private final Optional<LogReceiver> log;

  /**
   * @param faults why it cannot be deployed
   * @param here on the route
   * @param elsewhere on a proxy beside it
   */
  record Met(List<String> faults, List<String> here, List<String> elsewhere) {}

  /**
   * @param log who is told of each exchange on the route, where somebody is
   */
  Trials(
      RunningApigee apigee,
      JumpingClock clock,
      World world,
      List<Probe> probes,
      Optional<LogReceiver> log) {
    this.apigee = apigee;
    this.clock = clock;
    this.world = world;
    this.probes = probes;
    this.log = log;
    this.dated = probes.stream().allMatch(probe -> probe.after().isZero());
  }

  /** Counts begin anew: nothing was counted that year. */
  Met meet(Translation translation) {
    var bundles = new TreeMap<ObjectKey, SortedMap<String, Blob>>();
    try {
      bundles.putAll(RunningApigee.bundles(world, translation));
    } catch (ProblemException e) {
      return new Met(List.of("not taken into the bundle: " + e.getMessage()), List.of(), List.of());
    }
    bundles.put(new ObjectKey("apis", "elsewhere"), apigee.proxy(ELSEWHERE));
    List<String> faults =
        apigee.hold(bundles, RunningApigee.hooks(translation), ApigeeProbes.CALLERS);
    if (!faults.isEmpty()) {
      return new Met(faults, List.of(), List.of());
    }
    // tokens are of one moment
    clock.set(
        dated
            ? AccessLane.NOW
            : AccessLane.NOW.atOffset(ZoneOffset.UTC).plusYears(++years).toInstant());
    log.ifPresent(LogReceiver::forget);
    var elsewhere =
        probes.subList(0, Math.min(FEW, probes.size())).stream()
            .map(probe -> meet(ELSEWHERE, probe))
            .toList();
    var here = new ArrayList<>(probes.stream().map(probe -> meet(Worlds.BASE, probe)).toList());
    log.map(told -> told.lines(probes.size(), PATIENCE))
        .ifPresent(lines -> lines.forEach(line -> here.add(steady(line))));
    return new Met(List.of(), List.copyOf(here), elsewhere);
  }

  private String meet(String base, Probe probe) {
    clock.pass(probe.after());
    boolean full = probe.headers().contains("x-full");
    apigee.upstreamSays(
        full
            ? Map.of(
                "x-a", "of the upstream", "x-c", "of the upstream", "x-id-0", "of the upstream")
            : Map.of());
    var request =
        apigee
            .requestTo(base + probe.query())
            .method(
                probe.method(),
                probe.bytes() == 0 && !probe.method().equals("POST")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("a".repeat(probe.bytes())))
            .header("x-forwarded-for", probe.from());
    for (int i = 0; i < probe.headers().size(); i += 2) {
      request.header(probe.headers().get(i), probe.headers().get(i + 1));
    }
    HttpResponse<String> answer = apigee.call(request.build());
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    Optional<Map<String, List<String>>> seen = apigee.seen();
    var met = new ArrayList<Object>(List.of(answer.statusCode(), headers, answer.body()));
    seen.ifPresent(met::add);
    met.add(seen.isPresent() ? apigee.seenQuery() : "");
    return steady(met.toString());
  }

  private static String steady(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "upstream")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
        .replaceAll("id-\\d+", "id-n");
  }
}
