package io.entente.model.nativeobject;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.PolicyVersion;

/** Why something is ours: a policy version, or an API document. */
public sealed interface ClaimSource {

  record OfPolicy(PolicyVersion version) implements ClaimSource {
    @Override
    public String toString() {
      return "policy " + version;
    }
  }

  record OfApi(ApiName api, int version) implements ClaimSource {
    @Override
    public String toString() {
      return "api " + api + "@" + version;
    }
  }

  /** The frame every gateway of this vendor needs whatever the documents say. */
  record OfFoundation() implements ClaimSource {
    @Override
    public String toString() {
      return "foundation";
    }
  }
}
