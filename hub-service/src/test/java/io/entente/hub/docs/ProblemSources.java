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
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;

/** Every problem that the sources of the product can tell of, as far as the text says it. */
final class ProblemSources {

  private static final Set<String> KINDS = Set.of("user", "vendor", "internal");
  private static final String CODE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)+";

  private final CompilationUnitTree unit;
  private final Map<String, ExpressionTree> constants = new HashMap<>();
  private final Set<ToldProblem> found;

  private ProblemSources(CompilationUnitTree unit, Set<ToldProblem> found) {
    this.unit = unit;
    this.found = found;
  }

  static Set<ToldProblem> read(Path root) throws IOException {
    var found = new TreeSet<ToldProblem>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files(root)));
      for (CompilationUnitTree unit : task.parse()) {
        new ProblemSources(unit, found).collect();
      }
    }
    return found;
  }

  private static List<Path> files(Path root) throws IOException {
    var modules =
        List.of(
            "model-json",
            "policy-model",
            "policy-engine",
            "policy-translator",
            "reconciliation",
            "connectors",
            "hub-service",
            "cli");
    var files = new ArrayList<Path>();
    for (String module : modules) {
      for (Path sources : sourceFolders(root.resolve(module))) {
        try (var all = Files.walk(sources)) {
          for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
            if (Files.readString(file).contains("Problem")) {
              files.add(file);
            }
          }
        }
      }
    }
    return files;
  }

  private static List<Path> sourceFolders(Path module) throws IOException {
    var folders = new ArrayList<Path>();
    if (Files.isDirectory(module.resolve("src/main/java"))) {
      folders.add(module.resolve("src/main/java"));
    } else {
      try (var inner = Files.list(module)) {
        for (Path part :
            inner.filter(p -> Files.isDirectory(p.resolve("src/main/java"))).toList()) {
          folders.add(part.resolve("src/main/java"));
        }
      }
    }
    return folders;
  }

  private void collect() {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void none) {
        if (variable.getInitializer() != null) {
          constants.put(variable.getName().toString(), variable.getInitializer());
        }
        return super.visitVariable(variable, none);
      }
    }.scan(unit, null);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        String method = call.getMethodSelect().toString();
        String kind = method.substring(method.indexOf('.') + 1);
        if (method.startsWith("Problem.") && KINDS.contains(kind)) {
          told(kind, call.getArguments());
        } else {
          passed(call.getArguments());
        }
        return super.visitMethodInvocation(call, none);
      }

      @Override
      public Void visitNewClass(NewClassTree made, Void none) {
        if (!made.getIdentifier().toString().equals("Problem")) {
          passed(made.getArguments());
        }
        return super.visitNewClass(made, none);
      }
    }.scan(unit, null);
  }

  private void told(String kind, List<? extends ExpressionTree> arguments) {
    String next = text(arguments.get(arguments.size() - 1));
    for (String code : codes(arguments.get(0))) {
      found.add(new ToldProblem(code, kind, next.equals("…") ? "" : next));
    }
  }

  /** A code handed to a method that makes the problem: kind and next step are said there. */
  private void passed(List<? extends ExpressionTree> arguments) {
    for (ExpressionTree argument : arguments) {
      if (argument instanceof LiteralTree literal
          && literal.getValue() instanceof String word
          && word.matches(CODE)
          && arguments.size() > 1) {
        found.add(new ToldProblem(word, "", ""));
      }
    }
  }

  private List<String> codes(ExpressionTree told) {
    if (told instanceof ParenthesizedTree inner) {
      return codes(inner.getExpression());
    }
    if (told instanceof ConditionalExpressionTree choice) {
      var both = new ArrayList<>(codes(choice.getTrueExpression()));
      both.addAll(codes(choice.getFalseExpression()));
      return both;
    }
    String text = text(told);
    return text.matches("[A-Z][A-Z0-9_]*") ? List.of(text) : List.of();
  }

  private String text(ExpressionTree told) {
    if (told instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    if (told instanceof ParenthesizedTree inner) {
      return text(inner.getExpression());
    }
    if (told instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
      return text(joined.getLeftOperand()) + text(joined.getRightOperand());
    }
    if (told instanceof IdentifierTree name && constants.containsKey(name.getName().toString())) {
      ExpressionTree value = constants.get(name.getName().toString());
      return value instanceof LiteralTree || value instanceof BinaryTree ? text(value) : "…";
    }
    return "…";
  }
}
