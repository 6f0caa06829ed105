package io.entente.reference;

import io.entente.policy.PolicyKind;

/** The page of one kind. */
final class KindPage {

  private KindPage() {}

  static String of(String kind, SchemaPart schema, KindText text) {
    FieldTable fields = FieldTable.of(schema);
    PolicyKind example = text.policies().get(0).spec().kind();
    var page = new StringBuilder();
    page.append("<!-- Made by PolicyReferenceTest from the model and ")
        .append(KindText.FOLDER + "/" + kind + ".md; not to be edited here. -->\n");
    page.append("# " + kind + "\n\n").append(schema.text("description") + "\n\n");
    page.append(text.meaning() + "\n\n");
    page.append("## Fields\n\n").append(fields.table());
    if (!fields.rules().isEmpty()) {
      page.append("\nBeyond single fields:\n\n").append(fields.rules());
    }
    page.append("\n[Fields of every kind](README.md#fields-of-every-kind): targets, precedence,");
    page.append(" mode, and how faithful a translation must be.\n");
    page.append("\n## Several on one route\n\n");
    page.append(Kinds.combined(example.combine()) + "\n");
    page.append(text.examples().size() == 1 ? "\n## Example\n" : "\n## Examples\n");
    text.examples().forEach(yaml -> page.append("\n```yaml\n" + yaml + "```\n"));
    page.append("\n## On the gateways\n\n");
    page.append("What each vendor keeps and loses of it: [fidelity of ");
    page.append(kind + "](../fidelity-matrix.md#" + kind.toLowerCase(java.util.Locale.ROOT));
    page.append("); the traps behind it: [what we found out](../vendors.md).\n");
    return page.toString();
  }
}
