package io.entente.simulator.apigee.proxy.template;

import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A parsed message template. Safe for any thread. */
public final class Template {

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = parts;
  }

  public static Template of(String text) {
    return new Template(TemplateParser.parse(text, "{", "}"));
  }

  /** The older form, where other marks stand around a variable. */
  public static Template of(String text, String open, String close) {
    return new Template(TemplateParser.parse(text, open, close));
  }

  /** What is not set becomes nothing. */
  public String render(VariableSource variables) {
    try {
      return render(variables, true);
    } catch (UnresolvedVariable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param lenient whether a variable that is not set becomes nothing instead of an error
   */
  public String render(VariableSource variables, boolean lenient) throws UnresolvedVariable {
    var out = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Call call) {
        out.append(call(call, variables, lenient));
      } else {
        out.append(value(part, variables, lenient).orElse(""));
      }
    }
    return out.toString();
  }

  private static String call(Part.Call call, VariableSource variables, boolean lenient)
      throws UnresolvedVariable {
    boolean mayMiss = lenient || call.function().equals("firstnonnull");
    var arguments = new ArrayList<Optional<String>>();
    for (Part argument : call.arguments()) {
      arguments.add(value(argument, variables, mayMiss));
    }
    return TemplateFunctions.call(call.function(), arguments);
  }

  private static Optional<String> value(Part part, VariableSource variables, boolean lenient)
      throws UnresolvedVariable {
    if (part instanceof Part.Literal literal) {
      return Optional.of(literal.text());
    }
    Part.Variable variable = (Part.Variable) part;
    Optional<String> value = variables.text(variable.name()).or(variable::fallback);
    if (value.isEmpty() && !lenient) {
      throw new UnresolvedVariable(variable.name());
    }
    return value;
  }
}
