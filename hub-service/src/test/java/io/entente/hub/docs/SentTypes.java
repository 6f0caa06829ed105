package io.entente.hub.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.traffic.decision.DecisionCodec;
import io.entente.hub.traffic.event.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;

/** Every event type that the sources can send: the third argument of each new OutboxEvent. */
final class SentTypes {

  private static final int TYPE = 2;

  private final CompilationUnitTree unit;
  private final Set<String> found;

  private SentTypes(CompilationUnitTree unit, Set<String> found) {
    this.unit = unit;
    this.found = found;
  }

  static Set<String> ofSources() throws IOException {
    List<Path> sources;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    var types = new TreeSet<>(Set.of(Attributes.TYPE, DecisionCodec.TYPE));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      for (Path source : sources) {
        if (Files.readString(source).contains("new OutboxEvent(")) {
          var task =
              (JavacTask)
                  compiler.getTask(
                      null,
                      manager,
                      null,
                      List.of("-proc:none"),
                      null,
                      manager.getJavaFileObjects(source));
          new SentTypes(task.parse().iterator().next(), types).collect();
        }
      }
    }
    return types;
  }

  private void collect() {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitNewClass(NewClassTree made, Void none) {
        if (made.getIdentifier().toString().equals("OutboxEvent")) {
          type(made.getArguments().get(TYPE));
        }
        return super.visitNewClass(made, none);
      }
    }.scan(unit, null);
  }

  private void type(ExpressionTree told) {
    if (told instanceof ParenthesizedTree inner) {
      type(inner.getExpression());
    } else if (told instanceof ConditionalExpressionTree choice) {
      type(choice.getTrueExpression());
      type(choice.getFalseExpression());
    } else if (told instanceof LiteralTree literal) {
      found.add((String) literal.getValue());
    } else if (told instanceof IdentifierTree name) {
      constant(name.getName().toString());
    } else if (told instanceof BinaryTree joined
        && joined.getLeftOperand() instanceof LiteralTree) {
      begun((String) ((LiteralTree) joined.getLeftOperand()).getValue());
    } else {
      throw unclear(told);
    }
  }

  private void begun(String start) {
    switch (start) {
      case "entente.plan." ->
          Arrays.stream(PlanStatus.values())
              .forEach(status -> found.add(start + status.name().toLowerCase(Locale.ROOT)));
      case "entente.drift." -> told("tell", start);
      default -> throw unclear(start);
    }
  }

  /** Words given to the method as they stand, each the end of a type. */
  private void told(String method, String start) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (call.getMethodSelect().toString().equals(method)) {
          call.getArguments().stream()
              .filter(LiteralTree.class::isInstance)
              .forEach(word -> found.add(start + ((LiteralTree) word).getValue()));
        }
        return super.visitMethodInvocation(call, none);
      }
    }.scan(unit, null);
  }

  private void constant(String name) {
    int before = found.size();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void none) {
        if (variable.getName().contentEquals(name)
            && variable.getInitializer() instanceof LiteralTree literal) {
          found.add((String) literal.getValue());
        }
        return super.visitVariable(variable, none);
      }
    }.scan(unit, null);
    if (found.size() == before) {
      throw unclear(name);
    }
  }

  private IllegalStateException unclear(Object what) {
    return new IllegalStateException(
        unit.getSourceFile().getName() + ": say here which event types '" + what + "' can be");
  }
}
