package io.entente.hub.estate;

import io.entente.json.StoredTree;
import io.entente.json.TreeLimits;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Vendor documents by the hash of their canonical form; each is stored once a tenant. */
final class NativeContents {
  private static final String TREE = "tree";

  /** So many new rows that a plan made for the table as it was before may be a bad one. */
  private static final int MANY = 1000;

  private NativeContents() {}

  /**
   * Stores what is not stored yet.
   *
   * @return how many were new
   */
  static int store(Connection connection, Tenant tenant, Collection<Content> contents)
      throws SQLException {
    return store(connection, tenant, contents, contents.stream().map(Content::hash).toList());
  }

  /**
   * The same, with hashes known already.
   *
   * @param known the hash of each content, in order
   */
  static int store(
      Connection connection, Tenant tenant, Collection<Content> contents, List<Hash> known)
      throws SQLException {
    var hashes = new ArrayList<String>();
    var forms = new ArrayList<String>();
    var bodies = new ArrayList<String>();
    var seen = new HashSet<Hash>();
    int at = 0;
    for (Content content : contents) {
      Hash hash = known.get(at++);
      if (seen.add(hash)) {
        hashes.add(hash.hex());
        forms.add(content instanceof Content.Tree ? TREE : "files");
        bodies.add(text(content));
      }
    }
    if (hashes.isEmpty()) {
      return 0;
    }
    int stored =
        Sql.update(
            connection,
            "insert into native_content (tenant, hash, form, body)"
                + " select ?, n.hash, n.form, n.body"
                + " from unnest(?, ?, ?) as n (hash, form, body) order by n.hash"
                + " on conflict do nothing",
            tenant.value(),
            hashes,
            forms,
            bodies);
    if (stored >= MANY) {
      forgetPlans(connection);
    }
    return stored;
  }

  /**
   * PostgreSQL keeps the plan of a foreign key's check for the session. One made while the table
   * was a page reads the whole table for each row that names a content: minutes for a large estate.
   */
  private static void forgetPlans(Connection connection) throws SQLException {
    try (var discard = connection.createStatement()) {
      discard.execute("discard plans");
    }
  }

  /** What was stored, from its columns. */
  static Content read(String form, String body) {
    Node root = StoredTree.read(body, TreeLimits.VENDOR);
    if (form.equals(TREE)) {
      return new Content.Tree(root);
    }
    var entries = new TreeMap<String, Hash>();
    ((Node.Obj) root)
        .fields()
        .forEach(
            (name, hash) ->
                entries.put(name, new Hash(((Scalar.Text) ((Node.Value) hash).value()).value())));
    return new Content.Files(entries);
  }

  private static String text(Content content) {
    if (content instanceof Content.Tree tree) {
      return StoredTree.write(tree.root());
    }
    var entries = new TreeMap<String, Node>();
    ((Content.Files) content)
        .entries()
        .forEach((name, hash) -> entries.put(name, Node.text(hash.hex())));
    return StoredTree.write(Node.obj(entries));
  }
}
