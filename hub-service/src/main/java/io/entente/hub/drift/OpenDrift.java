package io.entente.hub.drift;

import io.entente.hub.estate.ShownTree;
import io.entente.hub.plan.ClaimCodec;
import io.entente.hub.plan.Sql;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One place of drift as it is kept.
 *
 * @param open false once it has ended
 * @param files true when both sides are hashes of files
 */
record OpenDrift(
    long id,
    GatewayId gateway,
    ObjectKey key,
    NodePath path,
    String kind,
    Optional<Node> was,
    Optional<Node> is,
    List<ClaimSource> sources,
    boolean files,
    Instant firstSeen,
    boolean open) {

  static OpenDrift read(ResultSet row) throws SQLException {
    return new OpenDrift(
        row.getLong("id"),
        new GatewayId(row.getString("gateway")),
        new ObjectKey(row.getString("kind"), row.getString("native_id")),
        NodePath.parse(row.getString("path")),
        row.getString("drift_kind"),
        DecisionRow.tree(row, "was"),
        DecisionRow.tree(row, "is_now"),
        DecisionRow.sources(row.getString("sources")),
        row.getBoolean("files"),
        Sql.time(row, "first_seen").orElseThrow(),
        row.getObject("resolved_at") == null);
  }

  /** Says which two values a person saw; secrets count by their fingerprints. */
  String seen() {
    return Hash.ofText(
            "was "
                + was.map(CanonicalText::of).orElse("")
                + "\nis "
                + is.map(CanonicalText::of).orElse(""))
        .hex();
  }

  /** As the API shows it. */
  Node.Obj shown() {
    var fields = new TreeMap<String, Node>();
    fields.put("id", Node.number(id));
    fields.put("seen", Node.text(seen()));
    fields.put("gateway", Node.text(gateway.value()));
    fields.put("object", Node.text(key.toString()));
    fields.put("path", Node.text(path.toString()));
    fields.put("kind", Node.text(kind));
    if (files) {
      fields.put("file", Node.bool(true));
    }
    fields.put("sources", Node.arr(sources.stream().map(ClaimCodec::source).toList()));
    fields.put("firstSeen", Node.text(firstSeen.toString()));
    was.ifPresent(node -> fields.put("was", ShownTree.of(node)));
    is.ifPresent(node -> fields.put("is", ShownTree.of(node)));
    return Node.obj(fields);
  }
}
