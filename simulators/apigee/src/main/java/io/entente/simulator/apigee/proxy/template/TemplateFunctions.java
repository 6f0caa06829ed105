package io.entente.simulator.apigee.proxy.template;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The documented functions, except hashes, HMAC, XPath, JSONPath and random text by pattern. */
final class TemplateFunctions {

  private static final Map<String, Function<List<String>, String>> BY_NAME =
      Map.ofEntries(
          Map.entry("escapeJSON", a -> Escapes.json(at(a, 0))),
          Map.entry("escapeXML", a -> Escapes.xml(at(a, 0))),
          Map.entry("escapeXML10", a -> Escapes.xml(at(a, 0))),
          Map.entry("escapeXML11", a -> Escapes.xml11(at(a, 0))),
          Map.entry("encodeHTML", a -> Escapes.html(at(a, 0))),
          Map.entry("escapeHTML", a -> Escapes.html(at(a, 0))),
          Map.entry("toLowerCase", a -> at(a, 0).toLowerCase(Locale.ROOT)),
          Map.entry("toUpperCase", a -> at(a, 0).toUpperCase(Locale.ROOT)),
          Map.entry("substring", TemplateFunctions::substring),
          Map.entry("replaceAll", a -> replace(a, true)),
          Map.entry("replaceFirst", a -> replace(a, false)),
          Map.entry("encodeBase64", a -> encode(at(a, 0))),
          Map.entry("decodeBase64", a -> decode(at(a, 0))),
          Map.entry("timeFormat", a -> Times.format(at(a, 0), at(a, 1), 1000)),
          Map.entry("timeFormatUTC", a -> Times.format(at(a, 0), at(a, 1), 1000)),
          Map.entry("timeFormatMs", a -> Times.format(at(a, 0), at(a, 1), 1)),
          Map.entry("timeFormatUTCMs", a -> Times.format(at(a, 0), at(a, 1), 1)),
          Map.entry("createUuid", a -> UUID.randomUUID().toString()),
          Map.entry("randomLong", TemplateFunctions::randomLong));

  private TemplateFunctions() {}

  static boolean knows(String name) {
    return BY_NAME.containsKey(name) || name.equals("firstnonnull");
  }

  static String call(String name, List<Optional<String>> arguments) {
    if (name.equals("firstnonnull")) {
      return arguments.stream().flatMap(Optional::stream).findFirst().orElse("");
    }
    Function<List<String>, String> function = BY_NAME.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    return function.apply(arguments.stream().map(a -> a.orElse("")).toList());
  }

  private static String at(List<String> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  private static String substring(List<String> arguments) {
    String text = at(arguments, 0);
    int from = index(at(arguments, 1), text, 0);
    int to = index(at(arguments, 2), text, text.length());
    return from < to ? text.substring(from, to) : "";
  }

  private static int index(String number, String text, int otherwise) {
    if (!number.matches("-?[0-9]{1,9}")) {
      return otherwise;
    }
    int index = Integer.parseInt(number);
    return Math.max(0, Math.min(text.length(), index < 0 ? text.length() + index : index));
  }

  private static String replace(List<String> arguments, boolean all) {
    try {
      var matcher = Pattern.compile(at(arguments, 1)).matcher(at(arguments, 0));
      String value = at(arguments, 2);
      return all ? matcher.replaceAll(value) : matcher.replaceFirst(value);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unusable) {
      return at(arguments, 0);
    }
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String randomLong(List<String> arguments) {
    long least = number(at(arguments, 0), Long.MIN_VALUE);
    long most = number(at(arguments, 1), Long.MAX_VALUE);
    return String.valueOf(least < most ? ThreadLocalRandom.current().nextLong(least, most) : least);
  }

  private static long number(String text, long otherwise) {
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
  }
}
