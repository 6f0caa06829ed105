package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.limit.QuotaRule;
import io.entente.simulator.apigee.proxy.limit.Window;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** A Quota as it is written; references are looked up for each message. */
record QuotaSettings(
    QuotaRule.Type type,
    Instant anchor,
    Setting count,
    Setting interval,
    Setting unit,
    Optional<String> identifier,
    Optional<String> weight,
    Optional<String> sharedName,
    boolean enforceOnly,
    boolean countOnly) {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy-M-d H:mm:ss", Locale.ROOT);

  /** A value and the variable that wins over it when it is set. */
  record Setting(Optional<String> ref, Optional<String> value) {

    private Optional<String> of(Exchange exchange) {
      return ref.flatMap(exchange::text).or(() -> value).map(String::strip);
    }
  }

  static QuotaSettings read(Element xml) throws BadPolicy {
    if (Elements.child(xml, "UseQuotaConfigInAPIProduct").isPresent()
        || Elements.child(xml, "Allow").flatMap(e -> Elements.child(e, "Class")).isPresent()) {
      throw new BadPolicy("quotas of API products and of classes do not run in this simulator");
    }
    QuotaRule.Type type = type(Elements.attribute(xml, "type").orElse("default"));
    Setting count =
        new Setting(
            Elements.attribute(xml, "Allow", "countRef"),
            Elements.attribute(xml, "Allow", "count"));
    Setting interval = setting(xml, "Interval");
    Setting unit = setting(xml, "TimeUnit");
    check(count, "Allow", "[0-9]{1,18}");
    check(interval, "Interval", "[1-9][0-9]{0,8}");
    if (unit.value().isPresent() && Window.unit(unit.value().get()).isEmpty()
        || unit.value().isEmpty() && unit.ref().isEmpty()) {
      throw new BadPolicy("TimeUnit is '" + unit.value().orElse("") + "'");
    }
    boolean distributed = Elements.truth(xml, "Distributed", false);
    if (distributed && unit.value().map("second"::equals).orElse(false)) {
      throw new BadPolicy("InvalidTimeUnitForDistributedQuota: the unit is second");
    }
    return new QuotaSettings(
        type,
        anchor(type, Elements.text(xml, "StartTime")),
        count,
        interval,
        unit,
        Elements.attribute(xml, "Identifier", "ref"),
        Elements.attribute(xml, "MessageWeight", "ref"),
        Elements.text(xml, "SharedName"),
        Elements.truth(xml, "EnforceOnly", false),
        Elements.truth(xml, "CountOnly", false));
  }

  long allow(Exchange exchange) throws PolicyFault {
    String text = count.of(exchange).orElse("");
    if (!text.matches("[0-9]{1,18}")) {
      throw unresolved("FailedToResolveQuotaReference", count);
    }
    return Long.parseLong(text);
  }

  Window window(Exchange exchange) throws PolicyFault {
    String number = interval.of(exchange).orElse("");
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw unresolved("FailedToResolveQuotaIntervalReference", interval);
    }
    Optional<ChronoUnit> known = unit.of(exchange).flatMap(Window::unit);
    return new Window(
        Integer.parseInt(number),
        known.orElseThrow(() -> unresolved("FailedToResolveQuotaIntervalTimeUnitReference", unit)));
  }

  private static PolicyFault unresolved(String code, Setting setting) {
    return new PolicyFault(
        Fault.step(
            500,
            "policies.ratelimit." + code,
            "Failed to resolve quota reference " + setting.ref().orElse("")));
  }

  private static void check(Setting setting, String element, String pattern) throws BadPolicy {
    boolean none = setting.ref().isEmpty() && setting.value().isEmpty();
    if (none || setting.value().isPresent() && !setting.value().get().matches(pattern)) {
      throw new BadPolicy(element + " is '" + setting.value().orElse("") + "'");
    }
  }

  private static Setting setting(Element xml, String element) {
    return new Setting(Elements.attribute(xml, element, "ref"), Elements.text(xml, element));
  }

  private static QuotaRule.Type type(String text) throws BadPolicy {
    try {
      return QuotaRule.Type.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new BadPolicy("InvalidQuotaType: the type is '" + text + "'");
    }
  }

  private static Instant anchor(QuotaRule.Type type, Optional<String> text) throws BadPolicy {
    if (type != QuotaRule.Type.CALENDAR) {
      return Instant.EPOCH;
    }
    try {
      return LocalDateTime.parse(text.orElse(""), START).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException bad) {
      throw new BadPolicy("InvalidStartTime: StartTime is '" + text.orElse("") + "'");
    }
  }
}
