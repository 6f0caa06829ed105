package io.entente.policy.document;

import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.SomeItem;
import java.util.List;

/** The member {@code ipFilter}. */
final class IpFilterShape {

  private static final Field<List<Cidr>> ALLOW =
      Field.withDefault(
          "allow",
          ListShape.distinct(new CidrShape(), 0),
          List.of(),
          "Who may come; none means everybody who is not denied.");

  private static final Field<List<Cidr>> DENY =
      Field.withDefault(
          "deny",
          ListShape.distinct(new CidrShape(), 0),
          List.of(),
          "Who may not, allowed or not; such requests are answered 403.");

  static final Shape<IpFilter> SHAPE =
      ObjectShape.of(
          List.of(ALLOW, DENY),
          List.of(new SomeItem("range", List.of(ALLOW, DENY))),
          read -> new IpFilter(read.get(ALLOW), read.get(DENY)),
          (filter, out) -> {
            out.put(ALLOW, filter.allow());
            out.put(DENY, filter.deny());
          });

  private IpFilterShape() {}
}
