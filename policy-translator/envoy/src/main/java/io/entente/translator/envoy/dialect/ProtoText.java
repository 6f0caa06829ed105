package io.entente.translator.envoy.dialect;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** One spelling for values that proto JSON can spell in several ways. */
final class ProtoText {

  private static final Pattern DURATION = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?s");

  // By name, because a header value may look like a duration and must stay as it is.
  private static final Set<String> DURATIONS =
      Set.of(
          "base_ejection_time",
          "base_interval",
          "buffer_flush_interval",
          "cache_duration",
          "connect_timeout",
          "fill_interval",
          "idle_timeout",
          "interval",
          "max_ejection_time",
          "max_ejection_time_jitter",
          "max_interval",
          "max_lifetime",
          "per_try_timeout",
          "request_headers_timeout",
          "request_timeout",
          "stream_idle_timeout",
          "timeout",
          "update_merge_window");

  private ProtoText() {}

  static Node normalise(String parent, String field, Node node) {
    if (!(node instanceof Node.Value value)) {
      return node;
    }
    if (DURATIONS.contains(field)
        && value.value() instanceof Scalar.Text text
        && DURATION.matcher(text.value()).matches()) {
      return Node.text(duration(text.value()));
    }
    if (value.value() instanceof Scalar.Num number) {
      if (parent.equals("hits_addend") && field.equals("number")) {
        return Node.text(number.value().toPlainString());
      }
      if (parent.equals("status")
          && field.equals("code")
          && number.value().compareTo(BigDecimal.valueOf(429)) == 0) {
        return Node.text("TooManyRequests");
      }
    }
    return node;
  }

  private static String duration(String text) {
    var seconds = new BigDecimal(text.substring(0, text.length() - 1));
    return seconds.signum() == 0 ? "0s" : seconds.stripTrailingZeros().toPlainString() + "s";
  }
}
