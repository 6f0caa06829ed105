package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.Policy;
import io.entente.translator.KindFields;
import io.entente.translator.Translation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A field that counts as translated is one whose value shows in the documents. */
public abstract class FieldPerturbationContract {

  private static final long SEED = 20261121;

  private static final Set<String> FIELDS =
      Set.of(
          "rateLimit.requests",
          "rateLimit.window",
          "rateLimit.key",
          "rateLimit.onMissingKey",
          "rateLimit.mode",
          "headerTransform.request",
          "headerTransform.response",
          "headerTransform.mode",
          "ipFilter.allow",
          "ipFilter.deny",
          "ipFilter.mode",
          "cors.allowOrigins",
          "cors.allowMethods",
          "cors.allowHeaders",
          "cors.exposeHeaders",
          "cors.allowCredentials",
          "cors.maxAge",
          "cors.mode",
          "trafficLog.maxDelay",
          "trafficLog.record",
          "spikeArrest.rate",
          "spikeArrest.per",
          "spikeArrest.burst",
          "spikeArrest.key",
          "spikeArrest.onMissingKey",
          "spikeArrest.mode",
          "quota.requests",
          "quota.period",
          "quota.key",
          "quota.onMissingKey",
          "quota.mode",
          "accessBlock.status",
          "accessBlock.contentType",
          "accessBlock.body",
          "accessBlock.mode",
          "requestSize.maxBytes",
          "requestSize.mode",
          "correlationId.header",
          "correlationId.onInbound",
          "correlationId.echo",
          "correlationId.mode",
          "apiKey.in",
          "apiKey.name",
          "apiKey.hideCredential",
          "apiKey.preflight",
          "apiKey.mode",
          "jwt.issuer",
          "jwt.audiences",
          "jwt.jwks",
          "jwt.algorithms",
          "jwt.clockSkew",
          "jwt.requireExpiration",
          "jwt.maxLifetime",
          "jwt.claims",
          "jwt.from",
          "jwt.forward",
          "jwt.preflight",
          "jwt.mode",
          "jsonThreat.maxDepth",
          "jsonThreat.maxArrayElements",
          "jsonThreat.maxObjectEntries",
          "jsonThreat.maxNameLength",
          "jsonThreat.maxStringLength",
          "jsonThreat.maxBodyBytes",
          "jsonThreat.otherBodies",
          "jsonThreat.mode",
          "xmlThreat.maxDepth",
          "xmlThreat.maxChildren",
          "xmlThreat.maxAttributes",
          "xmlThreat.maxNameLength",
          "xmlThreat.maxTextLength",
          "xmlThreat.maxAttributeLength",
          "xmlThreat.maxBodyBytes",
          "xmlThreat.otherBodies",
          "xmlThreat.mode",
          "injectionProtection.families",
          "injectionProtection.patterns",
          "injectionProtection.in",
          "injectionProtection.headers",
          "injectionProtection.mode",
          "botDetection.deny",
          "botDetection.allow",
          "botDetection.onMissing",
          "botDetection.mode",
          "basicAuth.realm",
          "basicAuth.hideCredential",
          "basicAuth.preflight",
          "basicAuth.mode",
          "responseCache.ttl",
          "responseCache.methods",
          "responseCache.statuses",
          "responseCache.contentTypes",
          "responseCache.varyHeaders",
          "responseCache.varyQuery",
          "responseCache.perCaller",
          "responseCache.respectOrigin",
          "responseCache.setCookie",
          "responseCache.maxEntryBytes",
          "responseCache.mode",
          "logMasking.headers",
          "logMasking.query",
          "logMasking.mode",
          "timeout.connect",
          "timeout.request",
          "timeout.idle",
          "timeout.mode",
          "retry.attempts",
          "retry.on",
          "retry.statuses",
          "retry.perTryTimeout",
          "retry.backoff",
          "retry.methods",
          "retry.mode",
          "circuitBreaker.consecutiveFailures",
          "circuitBreaker.failures",
          "circuitBreaker.openFor",
          "circuitBreaker.mode",
          "concurrencyLimit.requests",
          "concurrencyLimit.mode",
          "oauth2Introspection.endpoint",
          "oauth2Introspection.clientId",
          "oauth2Introspection.clientSecret",
          "oauth2Introspection.scopes",
          "oauth2Introspection.audiences",
          "oauth2Introspection.cache",
          "oauth2Introspection.forward",
          "oauth2Introspection.preflight",
          "oauth2Introspection.mode",
          "graphqlLimits.maxDepth",
          "graphqlLimits.maxFragments",
          "graphqlLimits.mode",
          "graphqlIntrospection.allow",
          "graphqlIntrospection.mode",
          "consumerAccess.allow.consumers",
          "consumerAccess.allow.groups",
          "consumerAccess.deny.consumers",
          "consumerAccess.deny.groups",
          "consumerAccess.onUnknown",
          "consumerAccess.mode",
          "graphqlSchema.schema",
          "graphqlSchema.mode",
          "openApiValidation.document",
          "openApiValidation.basePath",
          "openApiValidation.request",
          "openApiValidation.unknownParameters",
          "openApiValidation.unknownPaths",
          "openApiValidation.mode",
          "mtls.trustedCertificates",
          "mtls.identities",
          "mtls.revocation",
          "mtls.mode");

  /** Fields that have one value only, so that none can be put in its place. */
  private static final Set<String> ONE_VALUE =
      Set.of("apiKey.credentials", "basicAuth.credentials");

  /** Those of some kinds, for {@link #neverShown} of who emits none of them. */
  protected static Set<String> fieldsOf(String... kinds) {
    return FIELDS.stream()
        .filter(field -> Arrays.stream(kinds).anyMatch(kind -> field.startsWith(kind + ".")))
        .collect(Collectors.toSet());
  }

  /** A policy of any kind. */
  protected abstract Policy any(Random random);

  /** Translates policies that hold on one route. */
  protected abstract Translation translate(List<Policy> policies);

  protected int rounds() {
    return 900;
  }

  /** What the gateway is to get, comparable. */
  protected Object documents(Translation translation) {
    return GoldenCases.documents(translation);
  }

  /** The same policy with another value of one field. */
  protected Policy changed(Policy policy, String field, Random random) {
    return Changes.of(policy, field);
  }

  /** Whether a field holds of itself, so that its value need not show. */
  protected boolean excused(FieldFidelity field) {
    return false;
  }

  /** Fields of which no value shows in the documents, as {@code kind.field}. */
  protected Set<String> neverShown() {
    return Set.of();
  }

  @Test
  public void changingAFieldReportedTranslatedChangesTheDocuments() {
    var random = new Random(SEED);
    var seen = new TreeSet<String>();
    for (int round = 0; round < rounds(); round++) {
      // Given
      Policy before = any(random);
      Translation translation = translate(List.of(before));

      for (FieldFidelity field : translation.fidelity().entries().get(0).fields()) {
        if (field.grade().compareTo(FidelityGrade.APPROXIMATE) > 0
            || ONE_VALUE.contains(before.spec().kind().kindName() + "." + field.field())
            || excused(field)) {
          continue;
        }

        // When
        Policy after = changed(before, field.field(), random);

        // Then
        assertThat(KindFields.of(after).get(field.field())).isNotEqualTo(field.value());
        assertThat(documents(translate(List.of(after))))
            .as("seed %d, round %d, field %s of %s", SEED, round, field, before.spec())
            .isNotEqualTo(documents(translation));
        seen.add(before.spec().kind().kindName() + "." + field.field().replaceAll("\\[.*", ""));
      }
    }
    var shown = new TreeSet<>(FIELDS);
    shown.removeAll(neverShown());
    assertThat(seen).isEqualTo(shown);
  }
}
