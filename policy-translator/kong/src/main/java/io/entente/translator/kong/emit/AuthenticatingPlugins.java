package io.entente.translator.kong.emit;

import java.util.Set;

/** Plugins of Kong, its Enterprise edition's among them, that make callers consumers. */
final class AuthenticatingPlugins {

  static final Set<String> NAMES =
      Set.of(
          "basic-auth",
          "header-cert-auth",
          "hmac-auth",
          "jwt",
          "key-auth",
          "key-auth-enc",
          "ldap-auth",
          "ldap-auth-advanced",
          "mtls-auth",
          "oauth2",
          "oauth2-introspection",
          "openid-connect",
          "session",
          "vault-auth");

  private AuthenticatingPlugins() {}
}
