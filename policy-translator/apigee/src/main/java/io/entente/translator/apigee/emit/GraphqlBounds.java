package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What stands around Apigee's policy GraphQL, whatever it is to limit. */
final class GraphqlBounds {

  private GraphqlBounds() {}

  static List<Deviation> around(Stated stated, Place place) {
    var found = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(found::add);
    found.add(
        stated.stricter(
            "post-only",
            "1 method has an operation in its body, POST, of 2 types, application/json and"
                + " application/graphql, in lower case and with no parameter but charset=utf-8:"
                + " others are answered 400",
            "None needed: clients of GraphQL write these."));
    found.add(
        stated.stricter(
            "no-subscriptions",
            "2 kinds of operation are taken, query and mutation: a subscription is refused",
            "Lead subscriptions over a route of their own."));
    found.add(
        stated.different(
            "its-own-answer",
            "1 policy, GraphQL, answers what it refuses itself: with a status and a body of"
                + " Apigee's, not with 400",
            "Rewrite its faults in the proxy's fault rules."));
    found.add(
        stated.looser(
            "query-twice",
            "of 2 members query in 1 object, which of them is read is documented in 0 places: the"
                + " upstream may take the other",
            "Have the upstream refuse such bodies."));
    return found;
  }
}
