package io.entente.hub.drift;

import io.entente.hub.plan.ClaimCodec;
import io.entente.hub.plan.Sql;
import io.entente.hub.plan.StoredTree;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Decisions to and from their table. */
final class DecisionRow {

  private DecisionRow() {}

  static DriftDecision read(ResultSet row) throws SQLException {
    Optional<java.time.Instant> until = Sql.time(row, "until");
    Optional<java.time.Instant> endedAt = Sql.time(row, "ended_at");
    return new DriftDecision(
        row.getLong("id"),
        new GatewayId(row.getString("gateway")),
        new ObjectKey(row.getString("kind"), row.getString("native_id")),
        NodePath.parse(row.getString("path")),
        row.getInt("version"),
        until.isPresent()
            ? new DriftDecision.What.Ignore(until.get())
            : new DriftDecision.What.Adopt(),
        tree(row, "wanted"),
        tree(row, "was"),
        tree(row, "found"),
        row.getBoolean("files"),
        sources(row.getString("sources")),
        row.getString("reason"),
        row.getString("decided_by"),
        Sql.time(row, "decided_at").orElseThrow(),
        endedAt.isPresent()
            ? Optional.of(
                new DriftDecision.End(
                    DecisionEnd.valueOf(row.getString("ended_as")),
                    endedAt.get(),
                    row.getString("ended_by")))
            : Optional.empty());
  }

  static Optional<Node> tree(ResultSet row, String column) throws SQLException {
    return Sql.text(row, column).map(StoredTree::read);
  }

  static List<ClaimSource> sources(String text) {
    return StoredTree.read(text) instanceof Node.Arr list
        ? list.items().stream().map(ClaimCodec::readSource).toList()
        : List.of();
  }

  static String text(Collection<ClaimSource> sources) {
    return io.entente.json.StoredTree.write(
        Node.arr(sources.stream().map(ClaimCodec::source).toList()));
  }

  static Optional<String> text(Optional<Node> node) {
    return node.map(io.entente.json.StoredTree::write);
  }
}
