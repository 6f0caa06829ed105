package io.entente.hub.estate;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Google credential as JSON. Its values are never repeated, whatever is wrong with it.
 *
 * @param type which kind it is
 * @param called the addresses it makes the hub call, by field
 */
record GoogleCredentialDocument(String type, SortedMap<String, String> called) {
  /** Bytes; the largest that Google makes is a tenth of it. */
  static final int LARGEST = 64 << 10;

  private static final TreeLimits LIMITS = new TreeLimits(LARGEST, 8);

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "service_account", List.of("client_email", "private_key"),
          "external_account", List.of("audience", "subject_token_type", "token_url"),
          "impersonated_service_account", List.of("service_account_impersonation_url"),
          "authorized_user", List.of("client_id", "client_secret", "refresh_token"));

  private static final List<String> CALLED =
      List.of("token_uri", "token_url", "token_info_url", "service_account_impersonation_url");

  /**
   * Reads one.
   *
   * @throws ProblemException CREDENTIAL_INVALID, every problem of it, or CREDENTIAL_TOO_LARGE
   */
  static GoogleCredentialDocument read(byte[] json) {
    if (json.length > LARGEST) {
      throw new ProblemException(
          Problem.user(
              "CREDENTIAL_TOO_LARGE",
              "A credential of " + json.length + " bytes is larger than " + LARGEST + ".",
              "",
              "Send the JSON that Google gave, and nothing else."));
    }
    if (!(tree(json) instanceof Node.Obj root)) {
      throw new ProblemException(List.of(wrong("", "It is no JSON object.")));
    }
    var problems = new ArrayList<Problem>();
    var called = new TreeMap<String, String>();
    String type = read(root, "", problems, called, 0);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new GoogleCredentialDocument(type, called);
  }

  private static String read(
      Node.Obj root,
      String at,
      List<Problem> problems,
      SortedMap<String, String> called,
      int depth) {
    String type = text(root, "type").orElse("");
    if (!REQUIRED.containsKey(type)) {
      problems.add(
          wrong(
              at + "type",
              "It is none of "
                  + String.join(", ", REQUIRED.keySet().stream().sorted().toList())
                  + "."));
      return type;
    }
    for (String field : REQUIRED.get(type)) {
      if (text(root, field).filter(value -> !value.isBlank()).isEmpty()) {
        problems.add(wrong(at + field, "A " + type + " needs this as text."));
      }
    }
    for (String field : CALLED) {
      root.field(field)
          .ifPresent(
              value ->
                  text(root, field)
                      .ifPresentOrElse(
                          url -> called.put(at + field, url),
                          () -> problems.add(wrong(at + field, "This must be text."))));
    }
    if (type.equals("service_account")
        && text(root, "private_key").filter(key -> key.contains("PRIVATE KEY-----")).isEmpty()) {
      problems.add(wrong(at + "private_key", "This is no private key in PEM form."));
    }
    if (type.equals("external_account")) {
      source(root, at, problems, called);
    }
    if (type.equals("impersonated_service_account")) {
      if (depth > 0
          || !(root.field("source_credentials").orElse(root) instanceof Node.Obj inner)
          || inner == root) {
        problems.add(wrong(at + "source_credentials", "This must be one credential of its own."));
      } else {
        read(inner, at + "source_credentials.", problems, called, depth + 1);
      }
    }
    return type;
  }

  /** Where the token to exchange comes from: an address; never a program or a file of the hub. */
  private static void source(
      Node.Obj root, String at, List<Problem> problems, SortedMap<String, String> called) {
    String here = at + "credential_source";
    if (!(root.field("credential_source").orElse(Node.nothing()) instanceof Node.Obj source)) {
      problems.add(wrong(here, "An external_account needs this as an object."));
      return;
    }
    for (String refused : List.of("executable", "file", "certificate", "environment_id")) {
      if (source.field(refused).isPresent()) {
        problems.add(
            wrong(
                here + "." + refused,
                "The hub runs no program, reads no file and asks no cloud's metadata for a token."));
      }
    }
    Optional<String> url = text(source, "url");
    if (url.isPresent()) {
      called.put(here + ".url", url.get());
    } else if (problems.isEmpty()) {
      problems.add(wrong(here + ".url", "Name the address that gives the token."));
    }
  }

  private static Node tree(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return JsonTree.read(text, LIMITS);
    } catch (CharacterCodingException | ProblemException e) {
      // Not repeated: what a reader says of broken JSON may hold a part of it.
      throw new ProblemException(List.of(wrong("", "It is no JSON.")));
    }
  }

  private static Optional<String> text(Node.Obj root, String field) {
    return root.field(field)
        .filter(Node.Value.class::isInstance)
        .map(value -> ((Node.Value) value).value())
        .filter(Scalar.Text.class::isInstance)
        .map(text -> ((Scalar.Text) text).value());
  }

  private static Problem wrong(String path, String what) {
    return Problem.user(
        "CREDENTIAL_INVALID",
        "The credential cannot be used. " + what,
        path,
        "Send the JSON file as Google made it: one of "
            + Arrays.toString(REQUIRED.keySet().stream().sorted().toArray())
            + ".");
  }
}
