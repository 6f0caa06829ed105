package io.entente.connector.kong;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Tells secrets by how they are called and by what they look like. */
final class SecretNames {

  private static final Pattern FIELD =
      Pattern.compile(
          "(.*_)?(password|passwd|passphrase|secret|secrets|private_key|api_?key|access_key"
              + "|secret_key|signing_key|encryption_key|account_key|token|tokens|credential"
              + "|credentials|authorization|service_account_json)(_id|_value)?");
  private static final Pattern HEADER =
      Pattern.compile(
          ".*(authorization|cookie|token|secret|passw|api-?key|credential|signature).*|(.*-)?key");

  /** Fields a schema lets refer to a vault though they only say where something is. */
  private static final Set<String> PLACES =
      Set.of("host", "port", "username", "server_name", "prefix", "location", "region", "cert");

  private static final Pattern USER_INFO = Pattern.compile("(?s).*://[^/@\\s]*:[^/@\\s]+@.*");
  private static final Pattern BARE_URL = Pattern.compile("https?://[^@?#\\s]+");
  private static final Pattern LINE = Pattern.compile("(?s)\\s*([\\w-]+)\\s*:.+");
  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  /** Field names are few and asked for with every entity. */
  private static final Map<String, Boolean> FIELDS = new ConcurrentHashMap<>();

  private static final int MOST_FIELDS = 4096;

  private SecretNames() {}

  /** Whether a field of this name holds a secret. */
  static boolean field(String name) {
    Boolean known = FIELDS.get(name);
    if (known != null) {
      return known;
    }
    boolean secret = FIELD.matcher(name.toLowerCase(Locale.ROOT).replace('-', '_')).matches();
    if (FIELDS.size() < MOST_FIELDS) {
      FIELDS.put(name, secret);
    }
    return secret;
  }

  /** Whether a header or parameter of this name carries a secret. */
  static boolean header(String name) {
    return HEADER.matcher(name.toLowerCase(Locale.ROOT).replace('_', '-')).matches();
  }

  /** Whether a text such as {@code Authorization:Basic abc} sets a header that carries a secret. */
  static boolean headerLine(String text) {
    var line = LINE.matcher(text);
    return line.matches() && header(line.group(1));
  }

  /** Whether a field that may refer to a vault is one that only names something. */
  static boolean harmless(String name, String value) {
    boolean address = name.endsWith("url") || name.endsWith("uri") || name.endsWith("endpoint");
    return PLACES.contains(name) || name.endsWith("_name") || (address && bareUrl(value));
  }

  /** An address without user info and query. */
  static boolean bareUrl(String value) {
    return BARE_URL.matcher(value).matches();
  }

  /** Whether the value itself shows that it is, or holds, a secret. */
  static boolean value(String text) {
    return text.contains(PRIVATE_KEY)
        || (text.contains("://") && USER_INFO.matcher(text).matches());
  }

  /** A reference to one of Kong's own vaults: it names a secret and is none. */
  static boolean vaultReference(String text) {
    return text.startsWith("{vault://") && text.endsWith("}");
  }
}
