package io.entente.translator.apigee.reverse;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Preflight;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VerifyAPIKey: {@code apiKey} that the upstream sees, for every request. */
final class VerifyApiKeyReader implements PolicyReader {

  private static final Pattern PLACE =
      Pattern.compile(
          "request\\.(?<in>header|queryparam)\\.(?<name>[A-Za-z0-9_-]{1,128})(?<whole>\\.values\\.string)?");

  @Override
  public String type() {
    return "VerifyAPIKey";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(Steps.ATTRIBUTES, Steps.children("APIKey"));
    PolicyElement key = policy.child("APIKey").orElseThrow(() -> new Unsaid("has no APIKey"));
    key.only(Set.of("ref"), Set.of());
    String variable =
        key.attribute("ref").orElseThrow(() -> new Unsaid("has an APIKey without ref"));
    Matcher place = PLACE.matcher(variable);
    if (!place.matches()) {
      throw new Unsaid(
          "takes the key from the flow variable %s, where apiKey looks for none"
              .formatted(variable));
    }
    var beyond = new TreeMap<String, String>();
    if (place.group("whole") == null) {
      beyond.put("APIKey", "Of several keys in one request the first counts.");
    }
    boolean header = place.group("in").equals("header");
    String name = place.group("name");
    return Meaning.of(
        () ->
            new ApiKey(
                header ? In.HEADER : In.QUERY,
                header ? name.toLowerCase(Locale.ROOT) : name,
                false,
                Preflight.CHECK,
                ApiKey.Credentials.VENDOR),
        beyond);
  }
}
