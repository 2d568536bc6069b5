/** The Romance languages of Spain and Portugal, and those that developed from them overseas. */
import type { Lexicon } from "../lexicon.ts";

export const ROMANCE_IBERIAN: readonly Lexicon[] = [
  {
    language: "es",
    otp: `código de verificación|codigo verificacion|código de seguridad|código de confirmación|código de activación
      |código de autenticación|código de acceso|código de validación|código de inicio|código de ingreso|código de registro
      |código único|código temporal|código de un solo uso|código otp|código sms|clave dinámica|clave temporal
      |clave de un solo uso|clave de firma|clave única|contraseña temporal|contraseña de un solo uso|contraseña única
      |clave de seguridad|clave de verificación|clave de confirmación|clave de acceso|token digital|token de seguridad
      |codigo secreto|pin de verificación|clave otp|clave sms|codigo de un uso|código de 6 dígitos|código de 4 dígitos
      |número de verificación|número de confirmación|codigo temporal|código para ingresar|código para iniciar
      |código para confirmar|código para verificar|código de desbloqueo|código de recuperación|código de restablecimiento
      |código dinámico|token dinámico|código de identidad|código de entrada|código de comprobación|clave de ingreso
      |clave de activación|clave numérica|clave de internet temporal|clave token|codigo token|clave de transacciones
      |segunda clave|tu clave es|código personal|clave personal|código de vinculación|pin de seguridad|pin de confirmación
      |pin temporal|pin de acceso|pin de activación|código pin`,
    approval: `código de autorización|codigo autorización|número de autorización|código de aprobación|nro de autorización
      |no. de autorización|autorización:|aut.|n° de autorización`,
    code: `código|códigos|cod|clave|contraseña|pin|token|contraseñas|claves|llave`,
    verify: `verifi*|confirm*|activ*|autentic*|autoriz*|valid*|seguridad|acceso|acceder|inici*|iniciar sesión|ingres*|registr*
      |entrar|restablec*|recuper*|identidad|un solo uso|firmar|firma|cuenta|verificación|confirmación|activación|inicie sesión
      |inicia sesión|iniciar|registro|regístr*|ingreso|identific*|comprob*|continuar|completar|finalizar|desbloque*|vincular
      |cambio de contraseña|dispositivo|acced*|entra en`,
    enter: `introduce|introduzca|introducir|ingresa|ingrese|ingresar|usa|use|usar|utiliza|utilice|digita|digite|escribe|coloca
      |inserta|introduce el|ingresa el|ingréselo|introdúcelo|pon|poné|anota|inserte|ingresá|utilizá|usá|tipea|utilizando
      |capture|captura`,
    with: `con|con el código|con la clave|usando|utilizando|mediante|con el pin`,
    fetch: `recoja|recoge|recoger|retire su|retira tu|retirar su|casillero|taquilla|punto de recogida|punto de retiro|recogida|para retirar`,
    link: `es|tu|su|el|la|de|para|en|este|esta|siguiente|con|del|sería|son|como|aquí|nuevo|nueva`,
    copula: `es|son|es el|es la|es:|sería|será`,
    share: `compart*|divulg*|nunca|nadie|no lo|no la|no reveles|revel*|reenví*|solicit*|fraude|estafa`,
    doubt: `no fuiste tú|si no fuiste|no fue usted|no has sido tú|no eres tú|no reconoces|no reconoce|no lo solicitaste
      |no solicitaste|no solicitó|no has solicitado|si no lo|ignora|ignore este|no la reconoces`,
    valid: `válid*|vence|expira*|caduca*|vigencia|minutos|vigente`,
    stale: `ha caducado|ha expirado|expiró|caducó|ya no es válid*|no es válid*|es incorrect*|es inválid*|ya fue usad*
      |ya fue utilizad*|ha vencido|venció|está vencid*`,
    old: `anterior|antiguo|antigua|viejo|vieja|último|previo`,
    id: `ref|referencia|pedido|número de pedido|factura|cliente|número de cliente|reserva|localizador|seguimiento|rastreo|guía
      |envío|transacción|operación|comprobante|folio|póliza|tarjeta|cuenta nro|terminada en|código postal|código de barras
      |código qr|cédula|dni|expediente|trámite|código de retiro|contrato|aprobación|autorización nro|turno|n° de
      |código de producto|código producto|código de artículo|código de cliente|código de pedido|código de reserva
      |código de referencia|código referencia|código de seguimiento|código de rastreo|código de envío|código de barra
      |código de área|código de país|código de banco|código de sucursal|código de comercio|código swift|número de caso
      |número de guía|número de ticket|número de reclamo|número de reserva|número de orden|nro de orden|n° de pedido
      |n.º de pedido|orden|ticket|boleto|caso|reclamo|matrícula|patente|placa|producto|artículo|sucursal|nómina|empleado|lote
      |serie|modelo|factura n|recibo|suministro|medidor|casillero|taquilla|puerta|habitación|asiento|vuelo|guía n|radicado
      |siniestro|denuncia|habilitación|código de recogida|código de entrega|código pago|código de pago|nro de cliente|rut|ruc
      |cuit|curp|rfc|cci|cbu|clabe`,
    phone: `llama|llame|llamar|llámanos|llámenos|llamando|contacta|contacte|comunícate|comunicate|teléfono|tel|marca|responde
      |al número|línea|linea|whatsapp al|escríbenos|envía un sms|envíe|manda|mande|marque|escribe al|escriba al|baja al
      |stop al|comuníquese`,
    promo: `promo*|descuento*|dscto|dto|cupón|cupones|oferta*|regalo*|gana|ganaste|ganador*|premio*|sorteo|gratis|rebaja*|aprovecha
      |compra ya|bono|bonos|vale|préstamo*|crédito pre*|cuotas|invita a|invita y|tus amigos|un amigo|referid*|refiere
      |recomienda|código amigo|código promocional|código de descuento|envío gratis|% de descuento|% dto|tarjeta regalo
      |apuesta*|tragamonedas|giros|cuota|préstamo|crédito|sorteamos|ganar|compra y`,
    notice: `debit*|acredit*|saldo|retiro|transferencia|transferiste|pagaste|compraste|entregado|entrega|enviado|cita|vencimiento
      |cargo|abono|consumo|depósito|fue entregado|ha sido enviado|ha sido entregado|tu pedido|su pedido|ha llegado|está listo
      |listo para|consumo de datos`,
    done: `aprobad*|autorizad*|acreditad*|debitad*|realizad*|pagaste|compraste|has pagado|ha pagado|ha comprado|hiciste una compra
      |compra exitosa|pago exitoso|pago recibido|exitos*|recibiste|retiraste|transferiste|depositaron|cobrad*|reembols*
      |se realizó|rechazad*|su pago|consumo por|cargo por|transferid*|enviad*|depositad*`,
    unit: `minuto|minutos|hora|horas|hs|hrs|día|días|dia|dias|mes|meses|año|años|semana|semanas|segundos|dígitos|puntos|veces
      |megas`,
    money: `euros|pesos|soles|dólares|dolares|bolívares|bs|cop|mxn|clp|ars|pen|usd|quetzales|lempiras|colones|guaraníes|gs`,
    month: `ene|enero|febrero|marzo|abr|abril|mayo|junio|julio|ago|agosto|septiembre|setiembre|octubre|noviembre|dic|diciembre
      |lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|mañana`,
  },
  {
    language: "pt",
    otp: `código de verificação|código de segurança|código de confirmação|código de ativação|código de activação
      |código de autenticação|código de acesso|código de validação|código de login|código de uso único|código único
      |código temporário|código sms|código otp|senha temporária|senha de uso único|senha única|palavra-passe única
      |palavra-passe temporária|senha de acesso|chave de segurança|código token|código de cadastro|código de registo
      |código secreto|código de utilização única|código de 6 dígitos|codigo de verificacao|código de identificação
      |código de recuperação|código de desbloqueio|código de entrada|código para entrar|código para acessar
      |código de redefinição|código dinâmico|senha dinâmica|senha sms|código pin|pin de confirmação|pin de acesso
      |número de verificação|número de confirmação|código de inscrição|código de início de sessão|chave de acesso temporária
      |sms token|token sms|código de aprovação de transação|código de assinatura|código de vinculação|código de cadastramento
      |cód. de verificação|cod. de seguranca|código de utilizador único`,
    approval: `código de autorização|codigo autorização|número de autorização|nº de autorização|aut:`,
    code: `código|códigos|cod|senha|palavra-passe|chave|pin|token|senhas|codigo|palavras-passe`,
    verify: `verific*|confirm*|ativ*|activ*|autentic*|autoriz*|valid*|segurança|acesso|acessar|login|entrar|cadastr*|regist*
      |redefin*|recuper*|uso único|identidade|iniciar sessão|conta|verificação|confirmação|ativação|início de sessão
      |inicie sessão|inicia sessão|inscri*|identific*|redefini*|continuar|concluir|finalizar|desbloque*|dispositivo|vincular
      |troca de senha|primeiro acesso|iniciar`,
    enter: `use|usa|utilize|utiliza|digite|insira|introduza|informe|coloque|escreva|digita|inserir|digite o|insere|introduz|escreve
      |entre com|use o|preencha|informe o|utilizar|usar`,
    with: `com|com o código|usando|utilizando|através do código|com a senha|por meio de`,
    fetch: `retire seu|retire o|retirar|levante a|levante o|levantar|levantamento|retirada|cacifo|armário|locker|ponto de retirada|ponto pickup|recolha`,
    link: `é|seu|sua|teu|tua|o|a|do|da|de|para|no|na|este|esta|seguinte|como|em|esse|pra|novo|nova`,
    copula: `é|é o|é:|são|será|e:|é este`,
    share: `compartilh*|partilh*|divulg*|nunca|ninguém|não o|não informe|repass*|forneça|revel*|encaminh*|golpe|fraude`,
    doubt: `não foi você|se não foi você|não reconhece|não solicit*|não pediu|não pediste|ignore esta|ignore este|não foste tu`,
    valid: `válid*|expira*|vence|validade|minutos`,
    stale: `expirou|foi expirado|já não é válid*|não é mais válid*|não é válid*|está incorret*|é inválid*|já foi utilizad*
      |já foi usad*|venceu|caducou`,
    old: `anterior|antigo|antiga|último`,
    id: `ref|referência|pedido|número do pedido|protocolo|encomenda|fatura|factura|cliente|reserva|rastreio|rastreamento
      |transação|transacção|operação|entidade|cartão|final|terminado em|conta nr|código de barras|código postal|cep|cpf|nif
      |contrato|boleto|agente|guia|código do produto|código de produto|código do cliente|código do pedido|código de rastreio
      |código de rastreamento|código da reserva|código de reserva|código do banco|código da agência|código de levantamento
      |código de retirada|código de pagamento|código do imóvel|número de cliente|número de encomenda|número da encomenda
      |nº do pedido|produto|artigo|apólice|processo|chamado|senha de atendimento|bilhete|placa|matrícula|lote|série|modelo
      |recibo|armário|cacifo|porta|voo|assento|sinistro|ticket|linha digitável|referência multibanco|contribuinte|loja
      |referencia`,
    phone: `ligue|liga|ligar|contacte|contate|telefone|tel|responda|atendimento|central|envie um sms|envie sair|responda sair
      |responda com|envia um sms|chame no whatsapp|fale conosco|pelo whatsapp|mande`,
    promo: `promo*|desconto*|cupom|cupons|oferta*|presente|ganhe|ganhou|ganhador|prêmio*|prémio*|sorteio|grátis|aproveite|bônus
      |bónus|vale|empréstimo|parcelas|compre|frete grátis|recarga|convide|indique|seus amigos|um amigo|teus amigos|ganha
      |código promocional|código de desconto|% off|% de desconto|cartão presente|cartão oferta|aposta*|crédito|sorte|cashback
      |vale-compra|frete
      |código de indicação|indicação|convidar amigos`,
    notice: `debit*|credit*|saldo|levantamento|saque|transferência|transferiste|compraste|compra aprovada|entregue|enviado|taxa
      |vencimento|recebeste|pix|saiu para entrega|foi entregue|foi enviado|seu pedido|a sua encomenda|chegou|consumo de dados`,
    done: `aprovad*|autorizad*|realizad*|efetuad*|efectuad*|recebid*|pagou|pagaste|comprou|recebeu|recebeste|creditad*|debitad*
      |concluíd*|com sucesso|estornad*|reembols*|negad*|recusad*|transferid*|enviad*|depositad*`,
    unit: `minuto|minutos|hora|horas|dia|dias|mês|meses|ano|anos|semana|segundos|dígitos|pontos|vezes`,
    money: `reais|euros|meticais|mt|mzn|kwanzas|kz|brl|escudos|r$`,
    month: `fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|fev|abr|mai|ago|set|out|dez|segunda|terça|quarta
      |quinta|sexta|hoje|amanhã`,
  },
  {
    language: "ca",
    otp: `codi de verificació|codi de confirmació|codi de seguretat|codi d'accés|codi d'activació|contrasenya d'un sol ús
      |codi d'un sol ús|codi de validació|codi de recuperació|codi temporal|codi d'identificació|codi pin|contrasenya temporal
      |clau d'un sol ús|clau temporal|codi d'inici|codi de registre|codi d'autenticació|codi sms`,
    approval: `codi d'autorització`,
    code: `codi|contrasenya|clau|codis|contrasenyes|pin`,
    verify: `verific*|confirm*|activ*|accés|seguretat|inici*|verificació|confirmació|autentica*|identit*|sessió|registr*|accedir
      |entrar|validar|restabl*|continuar`,
    enter: `introdueix|introduïu|utilitza|utilitzeu|escriviu|escriu|entra|usa|fes servir|feu servir`,
    with: `amb|amb el codi|mitjançant|fent servir`,
    fetch: `recull|recollida|taquilla|armariet`,
    link: `és|el|teu|vostre|per|de|aquest|la|per a|al|a|i|vostra|teva|del|d'|amb`,
    copula: `és|es|és el|són`,
    share: `comparteix*|compartiu|ningú|mai|no el comparteixis|no el compartiu|amb ningú|no l'`,
    doubt: `no has estat tu|no ho has|si no ho heu|ignora`,
    valid: `vàlid|caduca|minuts`,
    stale: `ha caducat|no és vàlid|ja no és|és incorrecte`,
    old: `anterior|antic|últim`,
    id: `comanda|client|reserva|factura|targeta|compte|codi postal|codi de client|codi de producte|codi de comanda
      |codi de reserva|número de comanda|enviament|paquet|referència|expedient|producte`,
    promo: `descompte|oferta|val|regal|codi promocional|codi de descompte|convida|amics|amic|guanya|regal*|premi|gratis|sorteig`,
    notice: `lliurat|enviat|saldo|transferència|la teva comanda|import`,
    done: `aprovat|aprovada|pagament rebut|efectuat|acceptat|acceptada`,
    unit: `minuts|hores|dies`,
    month: `gener|febrer|març|juny|juliol|agost|setembre|octubre|novembre|desembre`,
  },
  {
    language: "gl",
    otp: `código de verificación|código de confirmación|código de seguridade|contrasinal temporal|contrasinal dun só uso
      |código de un só uso|código de acceso|código de activación|código de autenticación|código de seguranza`,
    code: `código|contrasinal|clave|pin|códigos`,
    verify: `verific*|confirm*|activ*|autentic*|iniciar sesión|inicio de sesión|acceso|rexistr*|identidade|entrar|acceder
      |recuper*`,
    enter: `introduce|introduza|escribe|usa|utiliza`,
    with: `con|co código|usando|mediante`,
    fetch: `recolla|recollida|retire o`,
    link: `é|teu|o seu|para|este|o|a|de|do|da|túa|seu|súa|en|no|na`,
    copula: `é|e|son`,
    share: `non o compartas|ninguén`,
    valid: `caduca|válido|minutos`,
    stale: `caducou|xa non é válido|non é válido`,
    old: `anterior|antigo`,
    id: `pedido|cliente|reserva|factura|tarxeta|conta|código postal|envío|paquete|produto`,
    promo: `desconto|código promocional|código de desconto|convida|amigos|gaña|agasallo|premio|de balde`,
    unit: `minutos|horas|días`,
  },
  {
    language: "ast",
    code: `códigu|códigos|contraseña|clave`,
    verify: `verific*|confirm*|autentic*|aniciar sesión|activación|seguranza|accesu
      |recuper*`,
    enter: `introduz|usa|escribi`,
    with: `con`,
    link: `el|la|to|tu|de|pa|en|del|l'`,
    copula: `ye|ye'l|son`,
    share: `nun lu|naide|compartas`,
    id: `pidíu|cliente|reserva`,
    promo: `descuentu|regalu`,
  },
  {
    language: "an",
    code: `codigo|clau`,
    verify: `verific*|confirm*|autentific*
      |recuper*`,
    link: `o|a|tuyo|suyo|de|d'|ta`,
    copula: `ye`,
  },
  {
    language: "lad",
    code: `kodigo`,
    verify: `verifikasyon`,
    copula: `es`,
  },
  {
    language: "pap",
    code: `kódigo|kodigo|kontraseña|password`,
    verify: `verifika*|konfirma*|aktiva*|outorisa*`,
    enter: `usa|yena|hinka`,
    with: `ku`,
    link: `bo|bo'|di|pa|riba|na`,
    copula: `ta`,
    share: `no kompartí|ningun hende`,
    id: `pedido|kliente`,
    promo: `deskuento`,
  },
  {
    language: "kea",
    code: `kódigu|kódigo|senha`,
    verify: `verifikason|konfirmason`,
    link: `di|bu|nha|pa`,
    copula: `é`,
  },
];
