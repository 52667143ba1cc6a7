export {
  type OpenApiAnswer,
  type OpenApiServer,
  type OpenApiServerOptions,
  openApiServer,
  type ServedRequest,
  type Violation,
} from './openapi-server.ts';
