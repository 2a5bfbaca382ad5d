using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "team", worker = .team), (name = "files", disk = (path = "public"))],
  sockets = [(name = "http", http = (), service = "team")],
);
const team :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "dist/worker.js")],
  bindings = [(name = "ASSETS", service = "files")],
  compatibilityDate = "2026-09-01",
);
