package io.entente.translator.kong.reverse;

import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.ResponseCacheEmitter;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.InPlace;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads plugin instances of Kong, entities of their own or parts of a declarative document. */
public final class KongReverse implements Reverse {

  private static final Map<String, PluginReader> READERS =
      Stream.of(
              new LimitsReader(),
              HeaderTransformReader.ofRequests(),
              HeaderTransformReader.ofResponses(),
              new IpFilterReader(),
              new CorsReader(),
              new TrafficLogReader(),
              new AccessBlockReader(),
              new RequestSizeReader(),
              new CorrelationIdReader(),
              new ApiKeyReader(),
              new JsonThreatReader(),
              new XmlThreatReader(),
              new InjectionProtectionReader(),
              new BotDetectionReader(),
              new BasicAuthReader(),
              new ResponseCacheReader(ResponseCacheEmitter.PLUGIN),
              new ResponseCacheReader(ResponseCacheEmitter.ADVANCED),
              new ConsumerAccessReader(),
              new MtlsReader(),
              new OpenIdReader(),
              new OpenApiValidationReader(),
              new UpstreamTimeoutReader())
          .collect(Collectors.toUnmodifiableMap(PluginReader::plugin, Function.identity()));

  @Override
  public Vendor vendor() {
    return Vendor.KONG;
  }

  @Override
  public Reading read(ReverseRequest request) {
    var dialect = new KongDialect(request.profile().schema());
    NativeEstate estate = NativeEstate.read(request.observed(), dialect);
    var reaches = new Reaches(request.gateway(), request.apis(), estate);
    Optional<Ingest> ingest = Ingest.read(request.profile().settings());
    var rewriting =
        new Rewriting(
            dialect, request.profile(), READERS.keySet(), ingest, estate.authorities().ids());

    var policies = new ArrayList<FoundPolicy>();
    var reasons = new TreeMap<ObjectKey, List<String>>();
    var said = new HashSet<Instance>();
    for (Instance instance : estate.instances()) {
      PluginReader reader = READERS.get(instance.plugin());
      InstanceReading reading =
          reader == null
              ? new InstanceReading(
                  List.of(), Optional.of("no policy is read out of " + plugin(instance)))
              : InstanceReading.of(
                  instance, reader, estate, reaches, rewriting, request.profile().schema(), ingest);
      policies.addAll(reading.policies());
      reading
          .reason()
          .ifPresentOrElse(
              why ->
                  reasons
                      .computeIfAbsent(instance.entity().from(), key -> new ArrayList<>())
                      .add(at(instance) + why),
              () -> said.add(instance));
    }
    MadeParts parts = MadeParts.of(request, estate);
    var made = new MadeAgain(request, dialect, parts);
    policies.addAll(parts.found(made));
    parts
        .reasons(made)
        .forEach(
            (service, why) ->
                reasons.computeIfAbsent(service.from(), key -> new ArrayList<>()).add(why));
    Set<ObjectKey> expressed = expressed(request, estate, said, made);
    var remainder = new TreeMap<ObjectKey, NativeObject>(request.observed());
    remainder.keySet().removeAll(expressed);
    var texts = new TreeMap<ObjectKey, String>();
    reasons.forEach((key, each) -> texts.put(key, String.join("; ", each)));
    return new Reading(policies, expressed, remainder, texts);
  }

  @Override
  public InPlace inPlace(ReverseRequest request, FoundPolicy found) {
    return StandsFor.ours(request, found);
  }

  private static Set<ObjectKey> expressed(
      ReverseRequest request, NativeEstate estate, Set<Instance> said, MadeAgain made) {
    var expressed = new TreeSet<ObjectKey>();
    said.stream()
        .map(instance -> instance.entity())
        .filter(entity -> entity.from().equals(entity.key()))
        .forEach(entity -> expressed.add(entity.from()));
    Authorities authorities = estate.authorities();
    authorities.entities().stream()
        .filter(entity -> entity.from().equals(entity.key()))
        .filter(entity -> authorities.made(request.gateway(), entity, said))
        .forEach(entity -> expressed.add(entity.from()));
    request
        .observed()
        .forEach(
            (key, object) -> {
              if (key.kind().equals(KongKinds.DECLARATIVE)
                  ? made.document(key, object, estate, said)
                  : made.entity(key, object)) {
                expressed.add(key);
              }
            });
    return expressed;
  }

  private static String plugin(Instance instance) {
    return instance.plugin().isEmpty() ? "an instance without a name" : instance.plugin();
  }

  /** Where in a document; an object of its own needs no such words. */
  private static String at(Instance instance) {
    String path = instance.entity().path().toString();
    return path.isEmpty() ? "" : path + " (" + plugin(instance) + "): ";
  }
}
