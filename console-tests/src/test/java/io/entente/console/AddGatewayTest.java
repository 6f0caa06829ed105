package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A gateway is added: what it is called with is wrong at first, then right. */
@ConsoleTest
@Order(40)
class AddGatewayTest {

  private static final String NAME = "joined";

  @Test
  void addsAGatewayWithAWrongAndThenARightCredential(Console console) throws Exception {
    // Given
    ObjectNode right =
        (ObjectNode)
            console
                .api()
                .foreign("GET", console.run().apigeeAdmin().resolve("/_simulator/credential"), "");
    ObjectNode wrong = right.deepCopy().put("private_key", anotherKey());
    console.signInAt("/gateways");
    console.link("Add a gateway").click();
    console.page().getByLabel("Begin with").selectOption("apigee");
    console.field("Name").fill(NAME);
    console.field("Organisation").fill("practice");
    console.field("Environment").fill("test");
    console.field("Endpoint").fill(console.run().apigeeAdmin().toString());
    // When
    console.choose("Choose", "wrong.json", wrong.toString());
    console.button("Test connection").click();
    // Then
    assertThat(console.region("Connection test")).containsText("The connection fails at:");
    assertThat(console.region("Connection test")).containsText("Next step");
    // When
    console.choose("Choose", "right.json", right.toString());
    assertThat(console.region("Connection test")).hasCount(0);
    console.button("Test connection").click();
    // Then
    assertThat(console.region("Connection test"))
        .containsText("The connection to " + NAME + " works.");
    // When
    console.button("Store").click();
    // Then
    assertThat(console.title()).hasText(NAME);
    assertThat(console.state("complete")).isVisible();
    console.open("/gateways");
    assertThat(console.row("gateways", NAME, "apigee")).containsText("complete");
    assertThat(console.row("gateways", NAME)).containsText("read only");
  }

  private static String anotherKey() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
