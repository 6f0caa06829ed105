package io.entente.hub.access;

import io.agroal.api.AgroalDataSource;
import io.entente.hub.config.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tokens of one tenant in the database. Blocks: call on worker threads. */
@ApplicationScoped
public class TokenStore {

  private final AgroalDataSource database;
  private final String tenant;

  TokenStore(AgroalDataSource database, HubConfig config) {
    this.database = database;
    this.tenant = config.tenant();
  }

  /** The live token with this hash. */
  Optional<AccessToken> find(String hash, Instant now) {
    String sql =
        "select name, permissions, created_at, expires_at, used_at from access_token"
            + " where tenant = ? and hash = ? and (expires_at is null or expires_at > ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      statement.setString(2, hash);
      statement.setTimestamp(3, Timestamp.from(now));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("tokens cannot be read", e);
    }
  }

  /** Notes that the token was taken. Fewer writes than calls: see {@link TokenUse}. */
  void used(String name, Instant at) {
    String sql =
        "update access_token set used_at = ? where tenant = ? and name = ?"
            + " and (used_at is null or used_at < ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(at));
      statement.setString(2, tenant);
      statement.setString(3, name);
      statement.setTimestamp(4, Timestamp.from(at));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the use of a token cannot be noted", e);
    }
  }

  List<AccessToken> list() {
    String sql =
        "select name, permissions, created_at, expires_at, used_at from access_token where tenant = ?"
            + " order by name";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      var tokens = new ArrayList<AccessToken>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tokens.add(read(rows));
        }
      }
      return tokens;
    } catch (SQLException e) {
      throw new IllegalStateException("tokens cannot be read", e);
    }
  }

  /** Adds a token; false when the name is taken. */
  boolean add(AccessToken token, String hash) {
    String sql =
        "insert into access_token (tenant, name, hash, permissions, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      statement.setString(2, token.name());
      statement.setString(3, hash);
      statement.setArray(4, connection.createArrayOf("text", token.permissions().toArray()));
      statement.setTimestamp(5, Timestamp.from(token.createdAt()));
      statement.setTimestamp(6, token.expiresAt().map(Timestamp::from).orElse(null));
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("the token cannot be stored", e);
    }
  }

  /** Removes a token; false when there is none. */
  boolean remove(String name) {
    String sql = "delete from access_token where tenant = ? and name = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      statement.setString(2, name);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("the token cannot be removed", e);
    }
  }

  private static AccessToken read(ResultSet row) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new AccessToken(
        row.getString("name"),
        new TreeSet<>(Arrays.asList((String[]) row.getArray("permissions").getArray())),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(expires).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant));
  }
}
