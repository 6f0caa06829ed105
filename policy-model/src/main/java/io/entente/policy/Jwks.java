package io.entente.policy;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys that an issuer signs with. */
public sealed interface Jwks {

  /** The name of a key, in the syntax RE2, ECMA and Java share. */
  String KID_PATTERN = "[!#-\\[\\]-~]{1,128}";

  /** An address of keys, in the syntax RE2, ECMA and Java share. */
  String URL_PATTERN =
      "https://([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::([1-9][0-9]{0,3}|[1-5][0-9]{4}"
          + "|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
          + "(/[A-Za-z0-9/._~!$&'()*+,;=:@%?-]{0,1000})";

  /**
   * What the issuer publishes there. Over TLS only: who could change the keys on their way could
   * make tokens.
   */
  record Url(String url) implements Jwks {

    private static final Pattern URL = Pattern.compile(URL_PATTERN);

    public Url {
      if (!URL.matcher(url).matches()) {
        throw new IllegalArgumentException(
            "url '" + url + "' is not https://host[:port]/path with a host in lower case");
      }
    }

    public String host() {
      return parts().group(1);
    }

    /** 443 where the address names none. */
    public int port() {
      String port = parts().group(2);
      return port == null ? 443 : Integer.parseInt(port);
    }

    private Matcher parts() {
      Matcher parts = URL.matcher(url);
      if (!parts.matches()) {
        throw new IllegalStateException("url '" + url + "' was checked and is none");
      }
      return parts;
    }
  }

  /**
   * These, until the policy is changed.
   *
   * @param keys at least one, each of a name of its own
   */
  record Inline(List<Jwk> keys) implements Jwks {

    public Inline {
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("keys is empty: give at least 1");
      }
      var seen = new HashSet<String>();
      for (Jwk key : keys) {
        if (!seen.add(key.kid())) {
          throw new IllegalArgumentException("keys has '" + key.kid() + "' twice");
        }
      }
      keys = List.copyOf(keys);
    }

    /** The names of the keys, joined for people. */
    public String kids() {
      return keys.stream().map(Jwk::kid).collect(Collectors.joining(", "));
    }

    /** As a JSON Web Key Set, in one line. */
    public String text() {
      return CanonicalText.of(
          Node.obj(Map.of("keys", Node.arr(keys.stream().map(Jwk::tree).toList()))));
    }
  }
}
