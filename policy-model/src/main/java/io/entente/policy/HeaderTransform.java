package io.entente.policy;

import java.util.List;

/**
 * Edits of request and response headers, done in the order written.
 *
 * @param request edits before the upstream sees the request
 * @param response edits before the caller sees the answer
 */
public record HeaderTransform(List<Edit> request, List<Edit> response) implements PolicyKind {

  public HeaderTransform {
    if (request.isEmpty() && response.isEmpty()) {
      throw new IllegalArgumentException("headerTransform has no edit of request or response");
    }
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  @Override
  public String kindName() {
    return "headerTransform";
  }

  @Override
  public Combine combine() {
    return Combine.UNION;
  }

  /** One edit of one header; names are lower case. */
  public sealed interface Edit {

    String name();

    /** One value, whatever was there. */
    record Set(String name, String value) implements Edit {
      public Set {
        check(name, value);
      }
    }

    /** This value, only where the header is absent. */
    record AddIfAbsent(String name, String value) implements Edit {
      public AddIfAbsent {
        check(name, value);
      }
    }

    /** One more value beside those that are there. */
    record Append(String name, String value) implements Edit {
      public Append {
        check(name, value);
      }
    }

    record Remove(String name) implements Edit {
      public Remove {
        check(name, "");
      }
    }

    private static void check(String name, String value) {
      HeaderName.requireEditable(name);
      if (value.length() > 4096 || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
        throw new IllegalArgumentException(
            "value of header '" + name + "' is not visible ASCII of at most 4096 characters");
      }
    }
  }
}
