package io.entente.translator.envoy;

import static io.entente.translator.envoy.ForeignEnvoy.LISTENER;
import static io.entente.translator.envoy.ForeignEnvoy.PLAIN_ROUTES;
import static io.entente.translator.envoy.ForeignEnvoy.ROUTES;
import static io.entente.translator.envoy.ForeignEnvoy.kinds;
import static io.entente.translator.envoy.ForeignEnvoy.onRouteA;
import static io.entente.translator.envoy.ForeignEnvoy.read;
import static io.entente.translator.envoy.ForeignEnvoy.type;
import static io.entente.translator.envoy.ForeignEnvoy.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.policy.RequestSize;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents as people write them, with what is left out left out. */
class ForeignReadingTest {

  private static final String RBAC_FILTER =
      "- {name: rbac, typed_config: {%s}}\n".formatted(type("rbac", "RBAC"));

  private static String rbac(String rules) {
    return "{%s, rbac: {rules: %s}}".formatted(type("rbac", "RBACPerRoute"), rules);
  }

  private static String office(String principal) {
    return "{policies: {office: {permissions: [{any: true}], principals: [%s]}}}"
        .formatted(principal);
  }

  @Test
  void allowedAddressesAreAnIpFilter() {
    // When
    Reading reading =
        read(
            RBAC_FILTER,
            onRouteA(
                "rbac",
                rbac(
                    office(
                        "{or_ids: {ids: [{remote_ip: {address_prefix: 10.1.2.3, prefix_len: 8}},"
                            + " {direct_remote_ip: {address_prefix: \"2001:db8::\", prefix_len:"
                            + " 32}}]}}"))));

    // Then
    assertThat(kinds(reading))
        .containsExactly(
            new IpFilter(
                List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8::/32")), List.of()));
    assertThat(reading.policies().get(0).unexpressed())
        .containsOnlyKeys("rules", "rules.policies.office");
  }

  @Test
  void anAddressWithoutLengthIsEveryAddress() {
    // When
    Reading reading =
        read(
            RBAC_FILTER,
            onRouteA(
                "rbac",
                rbac(
                    office("{remote_ip: {address_prefix: 10.1.2.3}}")
                        .replace("{pol", "{action: DENY, pol"))));

    // Then
    assertThat(kinds(reading))
        .containsExactly(new IpFilter(List.of(), List.of(Cidr.parse("0.0.0.0/0"))));
  }

  @Test
  void rulesAboutMoreThanAddressesAreTold() {
    for (String rules :
        List.of(
            office("{header: {name: x, present_match: true}}"),
            office("{and_ids: {ids: [{remote_ip: {address_prefix: 10.0.0.0, prefix_len: 8}}]}}"),
            office("{any: true}"),
            "{policies: {o: {permissions: [{url_path: {path: {exact: /x}}}], principals:"
                + " [{remote_ip: {address_prefix: 10.0.0.0, prefix_len: 8}}]}}}",
            "{action: LOG, policies: {}}",
            "{policies: {}}")) {
      // When
      Reading reading = read(RBAC_FILTER, onRouteA("rbac", rbac(rules)));

      // Then
      assertThat(reading.policies()).as(rules).isEmpty();
      assertThat(why(reading, ROUTES)).as(rules).contains("typed_per_filter_config.rbac");
    }
  }

  @Test
  void theNearestLevelWinsAndASwitchedOffFilterDoesNothing() {
    // Given
    String wide = rbac(office("{remote_ip: {address_prefix: 10.0.0.0, prefix_len: 8}}"));
    String off =
        "{\"@type\": type.googleapis.com/envoy.config.route.v3.FilterConfig, disabled: true}";

    // When
    Reading reading =
        read(
            RBAC_FILTER,
            onRouteA("rbac", off) + "    typed_per_filter_config: {rbac: " + wide + "}\n");

    // Then
    assertThat(kinds(reading)).hasSize(1);
    assertThat(reading.policies().get(0).reach())
        .isEqualTo(new Reach.Native(new ObjectKey("route", "web/shop/b")));
    assertThat(reading.policies().get(0).path())
        .isEqualTo("virtual_hosts[name=shop].typed_per_filter_config.rbac");
  }

  @Test
  void aFilterOfTheWholeHostIsReadOnceForTheHost() {
    // Given
    String wide = rbac(office("{remote_ip: {address_prefix: 10.0.0.0, prefix_len: 8}}"));

    // When
    Reading host =
        read(RBAC_FILTER, PLAIN_ROUTES + "    typed_per_filter_config: {rbac: " + wide + "}\n");
    Reading all =
        read(RBAC_FILTER, PLAIN_ROUTES + "typed_per_filter_config: {rbac: " + wide + "}\n");

    // Then
    assertThat(host.policies())
        .extracting(found -> found.reach())
        .containsExactly(new Reach.Native(new ObjectKey("virtual_host", "web/shop")));
    assertThat(all.policies())
        .extracting(found -> found.reach())
        .containsExactly(new Reach.Native(ROUTES));
  }

  @Test
  void aFilterOfTheChainActsByItselfOnTheWholeGateway() {
    // Given
    String chain =
        """
        - {name: size, typed_config: {%s, max_request_bytes: 1000}}
        - {name: off, disabled: true, typed_config: {%s, max_request_bytes: 5}}
        """
            .formatted(type("buffer", "Buffer"), type("buffer", "Buffer"));

    // When
    Reading reading = read(chain, PLAIN_ROUTES);

    // Then
    assertThat(kinds(reading)).containsExactly(new RequestSize(1000));
    assertThat(reading.policies().get(0).from()).isEqualTo(LISTENER);
    assertThat(reading.policies().get(0).reach()).isEqualTo(new Reach.WholeGateway());
  }

  @Test
  void aFilterThatIsOffInTheChainIsOnWhereARouteConfiguresIt() {
    // Given
    String chain =
        "- {name: size, disabled: true, typed_config: {%s, max_request_bytes: 5}}\n"
            .formatted(type("buffer", "Buffer"));
    String struct =
        "{\"@type\": type.googleapis.com/xds.type.v3.TypedStruct, type_url:"
            + " type.googleapis.com/envoy.extensions.filters.http.buffer.v3.BufferPerRoute, value:"
            + " {buffer: {max_request_bytes: 7}}}";

    // When
    Reading reading = read(chain, onRouteA("size", struct));
    Reading wrapped =
        read(
            chain,
            onRouteA(
                "size",
                "{\"@type\": type.googleapis.com/envoy.config.route.v3.FilterConfig, config: "
                    + struct
                    + "}"));

    // Then
    assertThat(kinds(reading)).containsExactly(new RequestSize(7));
    assertThat(kinds(wrapped)).containsExactly(new RequestSize(7));
  }

  @Test
  void aFaultForEverybodyIsABlockAndOneForSomeIsNot() {
    // Given
    String chain = "- {name: fault, typed_config: {%s}}\n".formatted(type("fault", "HTTPFault"));
    String fault =
        "{"
            + type("fault", "HTTPFault")
            + ", abort: {http_status: 503, percentage: {numerator: %s}}}";

    // When
    Reading all = read(chain, onRouteA("fault", fault.formatted("100")));
    Reading some = read(chain, onRouteA("fault", fault.formatted("10")));
    Reading none = read(chain, onRouteA("fault", fault.formatted("0")));

    // Then
    assertThat(kinds(all))
        .containsExactly(new AccessBlock(503, "text/plain", "fault filter abort"));
    assertThat(some.policies()).isEmpty();
    assertThat(why(some, ROUTES)).contains("10 of 100");
    assertThat(none.policies()).isEmpty();
  }

  @Test
  void editsOfHeadersAreReadInOrderAndComputedOnesAreTold() {
    // Given
    String chain =
        "- {name: edits, typed_config: {%s}}\n"
            .formatted(type("header_mutation", "HeaderMutation"));
    String edits =
        "{"
            + type("header_mutation", "HeaderMutationPerRoute")
            + ", mutations: {request_mutations: [{append: {header: {key: X-A, value: \"50%%%%\"}}},"
            + " {remove: X-B}], response_mutations: [{append: {append_action:"
            + " OVERWRITE_IF_EXISTS_OR_ADD, header: {key: x-c, value: \"%s\"}}}]}}";

    // When
    Reading plain = read(chain, onRouteA("edits", edits.formatted("1")));
    Reading computed = read(chain, onRouteA("edits", edits.formatted("%REQ(x)%")));

    // Then
    assertThat(kinds(plain))
        .containsExactly(
            new HeaderTransform(
                List.of(new Edit.Append("x-a", "50%"), new Edit.Remove("x-b")),
                List.of(new Edit.Set("x-c", "1"))));
    assertThat(computed.policies()).isEmpty();
    assertThat(why(computed, ROUTES)).contains("computed");
  }

  @Test
  void corsOfOthersSaysWhatItLeavesToTheUpstream() {
    // Given
    String chain = "- {name: cors, typed_config: {%s}}\n".formatted(type("cors", "Cors"));
    String cors =
        "{"
            + type("cors", "CorsPolicy")
            + ", allow_origin_string_match: [%s], allow_methods: \"GET, PUT\", allow_credentials:"
            + " true}";

    // When
    Reading named = read(chain, onRouteA("cors", cors.formatted("{exact: \"https://a.test\"}")));
    Reading pattern =
        read(chain, onRouteA("cors", cors.formatted("{safe_regex: {regex: \".*\"}}")));
    Reading every = read(chain, onRouteA("cors", cors.formatted("{exact: \"*\"}")));

    // Then
    assertThat(kinds(named))
        .containsExactly(
            new Cors(
                List.of("https://a.test"),
                List.of("GET", "PUT"),
                List.of(),
                List.of(),
                true,
                Duration.ofSeconds(5)));
    assertThat(named.policies().get(0).unexpressed())
        .containsOnlyKeys("", "forward_not_matching_preflights", "max_age");
    assertThat(pattern.policies()).isEmpty();
    assertThat(every.policies()).as("credentials for every origin").isEmpty();
  }

  @Test
  void unknownFiltersAndNamesThatNothingHeedsAreTold() {
    // When
    Reading reading =
        read(
            "- {name: lua, typed_config: {%s}}\n".formatted(type("lua", "Lua")),
            onRouteA("nobody", rbac(office("{any: true}"))));

    // Then
    assertThat(why(reading, LISTENER)).contains("envoy.extensions.filters.http.lua.v3.Lua");
    assertThat(why(reading, ROUTES)).contains("nothing heeds it");
  }

  @Test
  void filtersThatClustersOverrideAreNoPolicyOfTheRoute() {
    // Given
    String routes =
        onRouteA("rbac", rbac(office("{remote_ip: {address_prefix: 10.0.0.0, prefix_len: 8}}")))
            .replaceFirst(
                "route: \\{cluster: up\\}",
                "route: {weighted_clusters: {clusters: [{name: x, weight: 1, typed_per_filter_config:"
                    + " {rbac: {}}}]}}");

    // When
    Reading reading = read(RBAC_FILTER, routes);

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(why(reading, ROUTES)).contains("a part of the requests");
  }

  @Test
  void whatActsWithoutAFilterIsTold() {
    // When
    Reading reading =
        read(
            "",
            PLAIN_ROUTES.replaceFirst("route: \\{cluster: up\\}", "direct_response: {status: 503}")
                + "request_headers_to_remove: [x-a]\n");

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(why(reading, ROUTES))
        .contains("routes[name=a].direct_response: It acts without a filter")
        .contains("request_headers_to_remove: It acts without a filter");
  }

  @Test
  void routesThatNoListenerAsksForAreTold() {
    // When
    Reading reading =
        read(Map.of(ROUTES, ForeignEnvoy.object(ROUTES, "name: web\n" + PLAIN_ROUTES)));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(why(reading, ROUTES)).contains("No listener that was read asks for it");
  }
}
