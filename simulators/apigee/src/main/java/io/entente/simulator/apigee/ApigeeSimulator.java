package io.entente.simulator.apigee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.api.Control;
import io.entente.simulator.apigee.api.ImportedBundles;
import io.entente.simulator.apigee.api.ManagementApi;
import io.entente.simulator.apigee.api.Quota;
import io.entente.simulator.apigee.api.Sections;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.discovery.Discovery;
import io.entente.simulator.apigee.discovery.Traffic;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.fault.FaultControl;
import io.entente.simulator.apigee.fault.Faults;
import io.entente.simulator.apigee.http.Answer;
import io.entente.simulator.apigee.http.HttpFront;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.oauth.ServiceAccount;
import io.entente.simulator.apigee.oauth.TokenEndpoint;
import io.entente.simulator.apigee.oauth.Tokens;
import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.DataPlaneFactory;
import io.entente.simulator.apigee.stats.FactStore;
import io.entente.simulator.apigee.store.Estate;
import io.entente.simulator.apigee.store.Organization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A running simulator: Apigee management API v1 and, when one is on the class path, a data plane.
 *
 * <pre>{@code
 * try (var apigee = ApigeeSimulator.start(Options.defaults())) {
 *   apigee.endpoint();        // http://127.0.0.1:N, in place of https://apigee.googleapis.com
 *   apigee.credential();      // a service account key, its token_uri is this simulator
 *   apigee.faults().add(Fault.once(new Match("POST", "/v1/**"), new Effect.LoseAnswer()));
 *   apigee.traffic().breaches();  // what was sent against the discovery document
 * }
 * }</pre>
 *
 * <p>Content is made through the API itself. Any thread.
 */
public final class ApigeeSimulator implements AutoCloseable {

  private final Faults faults = new Faults();
  private final Traffic traffic;
  private final ImportedBundles imported = new ImportedBundles();
  private final ServiceAccount account = new ServiceAccount();
  private final Tokens tokens;
  private final DataPlane plane;
  private final boolean hasDataPlane;
  private final Deployer deployer;
  private final ManagementApi api;
  private final Control control;
  private final TokenEndpoint tokenEndpoint;
  private final HttpFront front;

  private ApigeeSimulator(Options options) throws IOException {
    FactStore facts = new FactStore(options.clock(), options.analyticsDelay());
    Optional<DataPlaneFactory> factory =
        options.dataPlane().or(() -> ServiceLoader.load(DataPlaneFactory.class).findFirst());
    this.hasDataPlane = factory.isPresent();
    this.plane =
        factory.map(found -> found.start(options.proxyPort(), facts)).orElseGet(NoDataPlane::new);
    Estate estate = new Estate(options.organizations(), options.clock());
    Discovery discovery = Discovery.load();
    this.traffic = new Traffic(discovery);
    this.tokens = new Tokens(options.clock(), options.tokenLife());
    this.deployer = new Deployer(estate, plane, options.deploymentDelay());
    this.api =
        new ManagementApi(
            discovery,
            traffic,
            tokens,
            new Quota(options.clock(), options.callsPerMinute()),
            estate,
            Sections.endpoints(
                estate,
                deployer,
                imported,
                facts,
                new Quota(options.clock(), options.analyticsCallsPerMinute())),
            faults);
    this.control =
        new Control(account, this::tokenUri, traffic, imported, new FaultControl(faults));
    this.tokenEndpoint = new TokenEndpoint(account, tokens, options.clock(), this::tokenUri);
    for (Organization organization : estate.organizations()) {
      organization.environments().forEach(environment -> deployer.run(organization, environment));
    }
    this.front = listen(options.managementPort());
  }

  /**
   * Starts on 127.0.0.1.
   *
   * @throws IOException when a port is taken
   */
  public static ApigeeSimulator start(Options options) throws IOException {
    return new ApigeeSimulator(options);
  }

  public int managementPort() {
    return front.port();
  }

  /** The port clients of APIs connect to; 0 without a data plane. */
  public int proxyPort() {
    return plane.port();
  }

  /** Base address of the management API, without {@code /v1}. */
  public String endpoint() {
    return "http://127.0.0.1:" + managementPort();
  }

  /** A service account key file. */
  public String credential() {
    return new String(Json.write(account.keyFile(tokenUri()), true), StandardCharsets.UTF_8);
  }

  /** A fresh access token, for tests that play another client without the detour over OAuth. */
  public String accessToken() {
    return tokens.issue();
  }

  public Faults faults() {
    return faults;
  }

  /** What was checked against the discovery document, and what was wrong. */
  public Traffic traffic() {
    return traffic;
  }

  /** Every bundle imported in this run. */
  public ImportedBundles imported() {
    return imported;
  }

  /** Ends the life of every access token; clients get 401 until they fetch another. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** Time until a deployment is ready, from the next one on. */
  public void deploymentDelay(Duration delay) {
    deployer.delay(delay);
  }

  @Override
  public void close() {
    front.close();
    deployer.close();
    plane.close();
  }

  /** Runs until it is stopped; one line of JSON tells the addresses. */
  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = OptionsReader.read(args);
    } catch (IllegalArgumentException e) {
      System.err.println("apigee-simulator: " + e.getMessage());
      System.err.print(OptionsReader.USAGE);
      System.exit(1);
      return;
    }
    ApigeeSimulator simulator = start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    ObjectNode addresses = Json.object().put("management", simulator.endpoint());
    if (simulator.hasDataPlane) {
      addresses.put("proxy", "http://127.0.0.1:" + simulator.proxyPort());
    } else {
      System.err.println("apigee-simulator: no data plane is on the class path");
    }
    System.out.println(new String(Json.write(addresses, false), StandardCharsets.UTF_8));
  }

  private HttpFront listen(int port) throws IOException {
    try {
      return HttpFront.start(port, this::serve);
    } catch (IOException e) {
      deployer.close();
      plane.close();
      throw e;
    }
  }

  private Answer serve(Request request) {
    return switch (request.path().isEmpty() ? "" : request.path().get(0)) {
      case "v1" -> api.serve(request);
      case "token" -> faults.serve(request, tokenEndpoint);
      case "_simulator" -> Answer.whole(control.handle(request));
      default ->
          Answer.whole(
              Response.json(404, Refusal.notFound(request.pathText() + " was not found.").body()));
    };
  }

  private String tokenUri() {
    return endpoint() + "/token";
  }
}
