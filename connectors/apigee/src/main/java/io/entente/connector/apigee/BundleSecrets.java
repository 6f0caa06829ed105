package io.entente.connector.apigee;

import io.entente.connector.spi.Secrets;
import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.SecretRef;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the one secret that we write into bundles stops: the token with which a gateway names
 * itself to the hub. Only policy files of ours hold it; on the way out a placeholder takes its
 * place, on the way in the secret does. Safe between threads.
 */
final class BundleSecrets {

  static final String REF = "ingest.token.ref";
  static final String FINGERPRINT = "ingest.token.fingerprint";

  private static final Pattern OURS =
      Pattern.compile("(?:apiproxy|sharedflowbundle)/policies/entente-[^/]*");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("@entente:secret:([^@\\s<>&\"]{1,500})@");

  /** The token's field in a log line of ours, whatever token it held. */
  private static final Pattern FIELD =
      Pattern.compile(
          "((?:\"|&quot;)t(?:\"|&quot;)\\s*:\\s*(?:\"|&quot;))(?!@entente:)([^\"&@<{}]+)");

  private final Secrets secrets;
  private final Optional<SecretRef> reference;
  private final Optional<String> fingerprint;

  BundleSecrets(Secrets secrets, SortedMap<String, String> settings) {
    this.secrets = secrets;
    this.reference = Optional.ofNullable(settings.get(REF)).map(SecretRef::new);
    this.fingerprint = Optional.ofNullable(settings.get(FINGERPRINT));
  }

  /** The files as anybody may see them. A token that is not the present one leaves too. */
  SortedMap<String, Blob> hidden(SortedMap<String, Blob> files) {
    var shown = new TreeMap<>(files);
    if (files.keySet().stream().noneMatch(name -> OURS.matcher(name).matches())) {
      return shown;
    }
    Optional<String> token = reference.flatMap(secrets::resolve).filter(t -> !t.isEmpty());
    files.forEach(
        (name, blob) -> {
          if (OURS.matcher(name).matches()) {
            shown.put(name, hidden(blob, token));
          }
        });
    return shown;
  }

  /**
   * The files as they are written.
   *
   * @throws ApigeeFailure SECRET_UNRESOLVED, or SECRET_CHANGED when the reference leads to another
   *     value than the hub says
   */
  SortedMap<String, Blob> filled(SortedMap<String, Blob> files) throws ApigeeFailure {
    var full = new TreeMap<>(files);
    for (var file : files.entrySet()) {
      if (OURS.matcher(file.getKey()).matches()) {
        full.put(file.getKey(), filled(file.getKey(), file.getValue()));
      }
    }
    return full;
  }

  /** Changes with the token, so that what was seen under another one is looked at again. */
  String mark() {
    return reference
        .flatMap(secrets::resolve)
        .map(token -> secrets.fingerprint(token).hex())
        .orElse("");
  }

  /** Cuts the token out of a text. */
  String scrubbed(String text) {
    return reference
        .flatMap(secrets::resolve)
        .filter(token -> !token.isEmpty())
        .map(token -> text.replace(token, "***").replace(escaped(token), "***"))
        .orElse(text);
  }

  private Blob hidden(Blob blob, Optional<String> token) {
    String text = new String(blob.bytes(), StandardCharsets.UTF_8);
    String shown = text;
    if (token.isPresent()) {
      String placeholder = ApigeeNames.placeholder(reference.orElseThrow().value());
      shown = shown.replace(escaped(token.get()), placeholder).replace(token.get(), placeholder);
    }
    shown = FIELD.matcher(shown).replaceAll("$1" + ApigeeNames.placeholder("another"));
    return shown.equals(text) ? blob : Blob.ofText(shown);
  }

  private Blob filled(String file, Blob blob) throws ApigeeFailure {
    String text = new String(blob.bytes(), StandardCharsets.UTF_8);
    Matcher matcher = PLACEHOLDER.matcher(text);
    var out = new StringBuilder();
    boolean any = false;
    while (matcher.find()) {
      any = true;
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(escaped(value(file, new SecretRef(matcher.group(1))))));
    }
    return any ? Blob.ofText(matcher.appendTail(out).toString()) : blob;
  }

  /** Whoever can write a bundle can write a placeholder: only the token is ever put in. */
  private String value(String file, SecretRef ref) throws ApigeeFailure {
    String value =
        reference
            .filter(ref::equals)
            .flatMap(secrets::resolve)
            .orElseThrow(
                () ->
                    refused(
                        ApigeeErrorCode.SECRET_UNRESOLVED,
                        "The secret " + ref.value() + " cannot be had",
                        file,
                        "Provide the secret under this reference and apply again."));
    boolean other =
        fingerprint.filter(f -> !f.equals(secrets.fingerprint(value).hex())).isPresent();
    if (other) {
      throw refused(
          ApigeeErrorCode.SECRET_CHANGED,
          "The secret " + ref.value() + " is another than when the plan was made",
          file,
          "Plan again.");
    }
    return value;
  }

  private static ApigeeFailure refused(String code, String message, String file, String next) {
    return ApigeeFailure.unsent(FailureClass.FIX_CONFIG, Problem.user(code, message, file, next));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
