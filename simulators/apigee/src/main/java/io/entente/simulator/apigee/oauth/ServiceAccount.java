package io.entente.simulator.apigee.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.UUID;

/** The only account of the simulator; its key is made anew at every start. */
public final class ServiceAccount {

  private static final String PROJECT = "entente-simulated";
  private static final String EMAIL = "hub@" + PROJECT + ".iam.gserviceaccount.com";

  private final KeyPair keys;
  private final String keyId = secret();
  private final String clientId = "108" + Math.abs(UUID.randomUUID().getMostSignificantBits());
  private final String clientSecret = secret();
  private final String refreshToken = "1//" + secret();

  public ServiceAccount() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      this.keys = generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  public String email() {
    return EMAIL;
  }

  /** The key file Google hands out for a service account. */
  public ObjectNode keyFile(String tokenUri) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return Json.object()
        .put("type", "service_account")
        .put("project_id", PROJECT)
        .put("private_key_id", keyId)
        .put("private_key", pem)
        .put("client_email", EMAIL)
        .put("client_id", clientId)
        .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
        .put("token_uri", tokenUri)
        .put("auth_provider_x509_cert_url", "https://www.googleapis.com/oauth2/v1/certs")
        .put("client_x509_cert_url", "https://www.googleapis.com/robot/v1/metadata/x509/" + EMAIL)
        .put("universe_domain", "googleapis.com");
  }

  /** What {@code gcloud auth application-default login} leaves behind. */
  public ObjectNode userFile(String tokenUri) {
    return Json.object()
        .put("type", "authorized_user")
        .put("client_id", clientId)
        .put("client_secret", clientSecret)
        .put("refresh_token", refreshToken)
        .put("token_uri", tokenUri)
        .put("universe_domain", "googleapis.com");
  }

  PublicKey publicKey() {
    return keys.getPublic();
  }

  boolean isUser(String id, String secret, String refresh) {
    return clientId.equals(id) && clientSecret.equals(secret) && refreshToken.equals(refresh);
  }

  private static String secret() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
