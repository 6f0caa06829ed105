package io.entente.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Patterns that come with Entente; what each looks for is written on the kind's page. */
public enum InjectionFamily {
  /** Pieces of SQL that end a value and go on with a statement of the caller's. */
  SQL(
      "(?i)union[ /*+]+(all[ /*+]+)?select[ /*+(]",
      "(?i)'[ )]*(or|and)[ (]+['0-9a-z]+ *(=|<|>|like )",
      "(?i); *(drop|delete|insert|update|alter|create|exec|shutdown)[ (]",
      "(?i)(sleep|benchmark|pg_sleep) *[(] *['0-9]",
      "'[ )]*(--|#|/[*])"),
  /** Markup that a browser runs. */
  SCRIPT("(?i)<[ /]*script[ />]", "(?i)javascript *:", "(?i)<[a-z]+[^>]*[ /]on[a-z]+ *="),
  /** Server-side includes. */
  SSI("(?i)<!-- *# *(include|exec|echo|config|printenv|fsize|flastmod)"),
  /** Axes of XPath. */
  XPATH("(?i)(ancestor|child|descendant|following|parent|preceding|self)(-or-self|-sibling)?::"),
  /** Ways out of a directory. */
  TRAVERSAL("(?i)([.]|%2e)([.]|%2e)(/|%2f|%5c)");

  private final List<NamedPattern> patterns;

  InjectionFamily(String... patterns) {
    var named = new ArrayList<NamedPattern>();
    for (String pattern : patterns) {
      named.add(
          new NamedPattern(name().toLowerCase(Locale.ROOT) + "." + (named.size() + 1), pattern));
    }
    this.patterns = List.copyOf(named);
  }

  public List<NamedPattern> patterns() {
    return patterns;
  }
}
