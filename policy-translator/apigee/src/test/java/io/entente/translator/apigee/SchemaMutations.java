package io.entente.translator.apigee;

import io.entente.model.tree.Node;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could have been written into a schema of GraphQL: a word is another, a mark is left out. */
final class SchemaMutations {

  private static final Pattern PART = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*|!");

  private SchemaMutations() {}

  static List<Mutant> of(String name, String text, Random random) {
    var mutants = new ArrayList<Mutant>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      String before = part.group();
      int at = random.nextInt(before.length());
      String after =
          before.equals("!")
              ? ""
              : before.substring(0, at)
                  + (before.charAt(at) == 'z' ? 'y' : 'z')
                  + before.substring(at + 1);
      // of an argument, where a parenthesis is open
      boolean argument = text.lastIndexOf('(', part.start()) > text.lastIndexOf(')', part.start());
      mutants.add(
          new Mutant(
              name + (argument ? "/argument/" : "/") + part.start(),
              before + " -> " + after,
              Node.text(text.substring(0, part.start()) + after + text.substring(part.end()))));
    }
    return mutants;
  }
}
