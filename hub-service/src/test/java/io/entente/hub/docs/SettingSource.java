package io.entente.hub.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** Reads an interface of settings from its source, for what the class file does not hold. */
final class SettingSource {

  private static final Path SOURCES = Path.of("src/main/java");

  private final CompilationUnitTree unit;
  private final DocTrees docs;

  private SettingSource(CompilationUnitTree unit, DocTrees docs) {
    this.unit = unit;
    this.docs = docs;
  }

  static SettingTopic read(Class<?> topic) throws IOException {
    Path file = SOURCES.resolve(topic.getName().replace('.', '/') + ".java");
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
      var unit = task.parse().iterator().next();
      var source = new SettingSource(unit, DocTrees.instance(task));
      var top = (ClassTree) unit.getTypeDecls().get(0);
      var path = new TreePath(new TreePath(unit), top);
      var prefix = annotation(top.getModifiers(), "ConfigMapping").orElseThrow().get("prefix");
      var settings = new ArrayList<Setting>();
      source.settings(path, prefix, settings);
      return new SettingTopic(source.about(path).replaceFirst("\\.$", ""), settings);
    }
  }

  private void settings(TreePath owner, String prefix, List<Setting> into) {
    var type = (ClassTree) owner.getLeaf();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method) {
        String key = prefix + "." + kebab(method.getName().toString());
        String returns = method.getReturnType().toString();
        var group = nested(type, returns, Tree.Kind.INTERFACE);
        if (group.isPresent()) {
          settings(new TreePath(owner, group.get()), key, into);
        } else {
          into.add(setting(new TreePath(owner, method), key, type));
        }
      }
    }
  }

  private Setting setting(TreePath path, String key, ClassTree owner) {
    var method = (MethodTree) path.getLeaf();
    String returns = method.getReturnType().toString();
    var kind = nested(owner, returns, Tree.Kind.ENUM);
    String takes = kind.map(SettingSource::constants).orElseGet(() -> Takes.of(returns));
    String range = Takes.range(name -> annotation(method.getModifiers(), name));
    String usual =
        annotation(method.getModifiers(), "WithDefault").map(a -> a.get("value")).orElse("");
    String shown = returns.startsWith("Map<") ? key + ".NAME" : key;
    return new Setting(shown, range.isEmpty() ? takes : takes + ", " + range, usual, about(path));
  }

  private String about(TreePath path) {
    String text = docs.getDocComment(path);
    if (text == null) {
      throw new IllegalStateException(unit.getSourceFile() + ": no Javadoc at " + path.getLeaf());
    }
    return text.replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("\\s+", " ").strip();
  }

  private static Optional<ClassTree> nested(ClassTree owner, String name, Tree.Kind kind) {
    return owner.getMembers().stream()
        .filter(member -> member.getKind() == kind)
        .map(ClassTree.class::cast)
        .filter(type -> type.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private static String constants(ClassTree type) {
    var names = new ArrayList<String>();
    for (Tree member : type.getMembers()) {
      if (member instanceof com.sun.source.tree.VariableTree constant) {
        names.add("`" + constant.getName().toString().toLowerCase(Locale.ROOT) + "`");
      }
    }
    return String.join(" or ", names);
  }

  private static Optional<TreeMap<String, String>> annotation(ModifiersTree of, String name) {
    for (AnnotationTree found : of.getAnnotations()) {
      if (found.getAnnotationType().toString().equals(name)) {
        var values = new TreeMap<String, String>();
        for (ExpressionTree argument : found.getArguments()) {
          if (argument instanceof AssignmentTree given) {
            values.put(given.getVariable().toString(), literal(given.getExpression()));
          } else {
            values.put("value", literal(argument));
          }
        }
        return Optional.of(values);
      }
    }
    return Optional.empty();
  }

  private static String literal(ExpressionTree value) {
    return value instanceof LiteralTree constant
        ? String.valueOf(constant.getValue())
        : value.toString();
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
