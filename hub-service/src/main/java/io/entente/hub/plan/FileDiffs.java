package io.entente.hub.plan;

import io.entente.connector.spi.Blobs;
import io.entente.hub.estate.TextFile;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Adds to differences of files what a person reads: the difference of their texts, or their sizes.
 * A secret in a file is a placeholder there and stays one. Blocks.
 */
@Singleton
public final class FileDiffs {
  /** Lines in one answer; further files are shown by size. */
  private static final int MOST_LINES = 4_000;

  private final Blobs blobs;

  public FileDiffs(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * The rows, those of files with {@code diff} and {@code diffLeftOut} where both sides are text,
   * and with the sizes of their sides.
   *
   * @param isFile which rows are of files
   * @param from name of the field with the hash of one side
   * @param to of the other
   */
  public List<Node> readable(List<Node> rows, Predicate<Node> isFile, String from, String to) {
    var shown = new ArrayList<Node>();
    int left = MOST_LINES;
    for (Node row : rows) {
      if (row instanceof Node.Obj obj && isFile.test(row)) {
        Node.Obj readable = readable(obj, from, to, left);
        left -= lines(readable);
        shown.add(readable);
      } else {
        shown.add(row);
      }
    }
    return shown;
  }

  private Node.Obj readable(Node.Obj row, String from, String to, int most) {
    Optional<Blob> before = blob(row, from);
    Optional<Blob> after = blob(row, to);
    boolean lost =
        before.isEmpty() == row.field(from).isPresent()
            || after.isEmpty() == row.field(to).isPresent();
    Node.Obj sized = row;
    if (before.isPresent()) {
      sized = sized.with(from + "Size", Node.number(before.get().size()));
    }
    if (after.isPresent()) {
      sized = sized.with(to + "Size", Node.number(after.get().size()));
    }
    Optional<String> old = before.map(TextFile::of).orElse(Optional.of(""));
    Optional<String> now = after.map(TextFile::of).orElse(Optional.of(""));
    if (lost || most <= 0 || old.isEmpty() || now.isEmpty()) {
      return sized;
    }
    var diff = TextDiff.of(old.get(), now.get(), most);
    return sized
        .with("diff", Node.text(diff.text()))
        .with("diffLeftOut", Node.number(diff.leftOut()));
  }

  private Optional<Blob> blob(Node.Obj row, String field) {
    return row.field(field)
        .filter(Node.Value.class::isInstance)
        .map(value -> ((Node.Value) value).value())
        .filter(Scalar.Text.class::isInstance)
        .map(text -> ((Scalar.Text) text).value())
        .filter(hex -> hex.matches("[0-9a-f]{64}"))
        .flatMap(hex -> blobs.get(new Hash(hex)));
  }

  private static int lines(Node.Obj row) {
    return row.field("diff")
        .map(d -> StoredTree.text(row, "diff"))
        .orElse("")
        .split("\n", -1)
        .length;
  }
}
