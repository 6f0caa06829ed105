package io.entente.connector.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Set;

/** Entities of tests. */
final class Entities {

  static final Set<ClaimSource> SOURCE = Set.of(new ClaimSource.OfApi(new ApiName("orders"), 1));

  private Entities() {}

  static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** JSON with single quotes. */
  static Node.Obj json(String text) {
    return (Node.Obj) JsonTree.read(text.replace('\'', '"'), TreeLimits.VENDOR);
  }

  static Node.Obj service(int number) {
    return json(
        "{'id':'%s','name':'service-%d','host':'127.0.0.1','port':9001,'retries':5}"
            .formatted(id(number), number));
  }

  static Node.Obj route(int number, int service) {
    return json(
        "{'id':'%s','name':'route-%d','paths':['/r%d'],'service':{'id':'%s'}}"
            .formatted(id(number), number, number, id(service)));
  }

  /** A plugin of ours on a route. */
  static Node.Obj limit(int number, int route, int perMinute) {
    return json(
        ("{'id':'%s','name':'rate-limiting','route':{'id':'%s'},'tags':['entente'],"
                + "'enabled':true,'config':{'minute':%d,'policy':'local'}}")
            .formatted(id(number), id(route), perMinute));
  }

  static NativeObject whole(ObjectKey key, Node body) {
    return new NativeObject(key, new Content.Tree(body), Set.of(new Claim.Whole(SOURCE)));
  }

  static ObjectKey key(String kind, int number) {
    return new ObjectKey(kind, id(number));
  }
}
