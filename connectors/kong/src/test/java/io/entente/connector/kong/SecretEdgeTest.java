package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.testkit.TestSecrets;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret leaves the connector as reference and fingerprint only. */
class SecretEdgeTest {

  private static final String CANARY = "canary-7f3a";

  private final SecretEdge edge = new SecretEdge(new TestSecrets(), schema());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key-auths|{'id':'1','key':'canary-7f3a'}|key",
        "basic-auths|{'id':'1','username':'u','password':'canary-7f3a'}|password",
        "hmac-auths|{'id':'1','username':'u','secret':'canary-7f3a'}|secret",
        "jwts|{'id':'1','key':'issuer','secret':'canary-7f3a'}|secret",
        "oauth2|{'id':'1','client_id':'c','client_secret':'canary-7f3a'}|client_secret",
        "certificates|{'id':'1','cert':'c','key':'canary-7f3a'}|key",
        "certificates|{'id':'1','cert':'c','key_alt':'canary-7f3a'}|key_alt",
        "keys|{'id':'1','jwk':'canary-7f3a'}|jwk",
        "keys|{'id':'1','pem':{'public_key':'p','private_key':'canary-7f3a'}}|pem.private_key",
        "vaults|{'id':'1','config':{'token':'canary-7f3a'}}|config.token",
        "vaults|{'id':'1','config':{'approle_secret_id':'canary-7f3a'}}|config.approle_secret_id",
        "unheard_of|{'id':'1','api_key':'canary-7f3a'}|api_key",
        "services|{'id':'1','note':'http://user:canary-7f3a@host/'}|note",
        "plugins|{'id':'1','name':'http-log','config':{'headers':{'x-log':'canary-7f3a'}}}|config.headers.x-log",
        "plugins|{'id':'1','name':'http-log','config':{'http_endpoint':'http://h/canary-7f3a'}}|config.http_endpoint",
        "plugins|{'id':'1','name':'rate-limiting','config':{'redis':{'password':'canary-7f3a'}}}|config.redis.password",
        "plugins|{'id':'1','name':'ai-proxy','config':{'auth':{'header_value':'canary-7f3a'}}}|config.auth.header_value",
        "plugins|{'id':'1','name':'ai-proxy','config':{'auth':{'gcp_service_account_json':'canary-7f3a'}}}"
            + "|config.auth.gcp_service_account_json",
        "plugins|{'id':'1','name':'request-transformer','config':{'add':{'headers':['Authorization:canary-7f3a']}}}"
            + "|config.add.headers[0]",
        "plugins|{'id':'1','name':'custom','config':{'upstream_token':'canary-7f3a'}}|config.upstream_token",
      })
  void isReplacedWhereverItStands(String kind, String json, String path) {
    // Given
    Node raw = read(json);
    // When
    Node shown = edge.entity(kind, "1", raw);
    // Then
    assertThat(shown.toString()).doesNotContain(CANARY);
    assertThat(at(shown, NodePath.parse(path)))
        .isInstanceOfSatisfying(
            Node.Secret.class,
            secret -> assertThat(secret.ref().value()).isEqualTo("kong:" + kind + "/1#" + path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jwts|{'id':'1','key':'issuer','rsa_public_key':'-----BEGIN PUBLIC KEY-----','secret':null}",
        "key-auths|{'id':'1','key':'{vault://env/key}'}",
        "plugins|{'id':'1','name':'key-auth','config':{'key_names':['apikey'],'hide_credentials':true}}",
        "plugins|{'id':'1','name':'rate-limiting','config':{'limit_by':'credential','minute':5}}",
        "plugins|{'id':'1','name':'cors','config':{'exposed_headers':['X-Auth-Token'],'credentials':true}}",
        "plugins|{'id':'1','name':'jwt','config':{'key_claim_name':'iss','secret_is_base64':false}}",
        "plugins|{'id':'1','name':'ai-proxy','config':{'auth':{'header_name':'Authorization'}}}",
        "plugins|{'id':'1','name':'request-termination','config':{'message':'token: expired'}}",
        "plugins|{'id':'1','name':'request-transformer','config':{'add':{'headers':['x-env:prod']}}}",
        "vaults|{'id':'1','name':'env','config':{'prefix':'KONG_VAULT_'}}"
      })
  void isNotSeenWhereThereIsNone(String kind, String json) {
    // Given
    Node raw = read(json);
    // Then
    assertThat(edge.entity(kind, "1", raw)).isEqualTo(raw);
  }

  @Test
  void ourOwnLogAddressAndPlainHeadersStayReadable() {
    // Given
    Node ours =
        read(
            "{'id':'1','name':'http-log','tags':['entente'],'config':{'http_endpoint':"
                + "'https://hub/ingest','headers':{'X-Gateway':'eu','X-Token':'canary-7f3a'}}}");
    // When
    Node shown = edge.entity("plugins", "1", ours);
    // Then
    assertThat(shown.toString()).contains("https://hub/ingest", "eu").doesNotContain(CANARY);
  }

  @Test
  void ourLogAddressWithCredentialsInItIsReplacedNevertheless() {
    // Given
    Node ours =
        read(
            "{'id':'1','name':'http-log','tags':['entente'],'config':{'http_endpoint':"
                + "'https://hub/ingest?key=canary-7f3a'}}");
    // Then
    assertThat(edge.entity("plugins", "1", ours).toString()).doesNotContain(CANARY);
  }

  @Test
  void documentWithoutDatabaseIsCoveredByTheNamesItUses() {
    // Given
    Node document =
        read(
            "{'_format_version':'3.0','keyauth_credentials':[{'id':'k','key':'canary-7f3a'}],"
                + "'plugins':[{'id':'p','name':'http-log','config':{'headers':{'a':'canary-7f3a'}}}],"
                + "'consumers':[{'username':'u','keyauth_credentials':[{'key':'canary-7f3a'}]}],"
                + "'services':[{'name':'s','plugins':[{'name':'http-log',"
                + "'config':{'http_endpoint':'http://canary-7f3a/'}}]}]}");
    // When
    Node shown = edge.document("config", document);
    // Then
    assertThat(shown.toString()).doesNotContain(CANARY);
    assertThat(shown.toString())
        .contains("kong:declarative_config/config#keyauth_credentials[id=k].key");
  }

  @Test
  void recordedCredentialsOfTheWholeEstateAreReplaced() {
    for (String kind :
        new String[] {"key-auths", "jwts", "basic-auths", "certificates", "plugins"}) {
      // Given
      for (Node raw : Trees.items(Trees.field(Recorded.tree("04-list-" + kind), "data"))) {
        // When
        Node shown = edge.entity(kind, Trees.text(raw, "id").orElseThrow(), raw);
        // Then
        assertThat(shown.toString())
            .doesNotContain("alice-key", "alice-secret", "fake-openai-key", "x-log-token=Value");
      }
    }
  }

  private static Node at(Node node, NodePath path) {
    Node at = node;
    for (NodePath.Segment segment : path.segments()) {
      at =
          segment instanceof NodePath.Segment.Index index
              ? ((Node.Arr) at).items().get(index.position())
              : Trees.field(at, ((NodePath.Segment.Field) segment).name()).orElseThrow();
    }
    return at;
  }

  private static Node read(String json) {
    return JsonTree.read(json.replace('\'', '"'), TreeLimits.VENDOR);
  }

  private static VendorSchema schema() {
    var documents = new TreeMap<String, Node>();
    for (String name : Recorded.names()) {
      if (name.startsWith("05-schema-plugin-")) {
        documents.put("plugins/" + name.substring(17), Recorded.tree(name));
      }
    }
    return new VendorSchema(documents);
  }
}
