/** Made from packages/contract/openapi.json by scripts/web-api.ts. */
export interface paths {
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务是否正常（无需令牌） */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条公示中的记录（无需令牌） */
        get: operations["readPublicRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 开放数据文件的清单（无需令牌） */
        get: operations["listOpenData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/{dataset}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集公示中的记录，CSV（无需令牌） */
        get: operations["readOpenCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/{dataset}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集公示中的记录，JSON（无需令牌） */
        get: operations["readOpenJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示的变化：公示、更正、结束、撤回，只有编号和日期（无需令牌） */
        get: operations["listPublicChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁已登录，可怎样登录（无需令牌） */
        get: operations["readDoor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的会话：身份、权限、何时失效 */
        get: operations["readSession"];
        put?: never;
        /** 登录（无需令牌）；会话在 Cookie 里 */
        post: operations["signIn"];
        /** 退出登录，或在所有地方退出 */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 经统一认证登录（无需令牌）：转到统一认证 */
        get: operations["beginAtProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/provider/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从统一认证回来（无需令牌）：建立会话，转到工作台 */
        get: operations["finishAtProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据集一览 */
        get: operations["listDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集：字段、代码、校验、依据 */
        get: operations["readDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数据集的校验规则原文，供浏览器里逐行校验 */
        get: operations["readDatasetRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据集的空表（CSV 附示例行；工作簿附下拉列表、填写示例与填报说明） */
        get: operations["readTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本区单位名录 */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 校验规则 */
        get: operations["listChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法定与约定期限 */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信息目录：归集什么、依据、谁提供、公开和共享属性 */
        get: operations["readCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 依据目录：法律、文件、标准，各被引用几处 */
        get: operations["listInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个依据废止时触及什么：规则文件的每一处、数据集、记录条数 */
        get: operations["readRepealImpact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个依据废止时触及的制度文件、措施和其他记录，逐条说明为什么 */
        get: operations["listTouchedRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会议议定、尚未办结的事项，先到期的在前 */
        get: operations["listOpenDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用工作经费：各年度各用途的安排、支出、结余 */
        get: operations["readFunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 算期限，逐日列出依据 */
        get: operations["computeDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批次，由新到旧（不含问题分组） */
        get: operations["listBatches"];
        put?: never;
        /**
         * 推送一批记录（JSON），连同其下级记录
         * @description 一次至多 5000 条。同一个 Idempotency-Key 再发同样的内容，答复同一张回执而不重复写入；改了内容再发，答复 409。金额请用文字写，如 "0.500000"。
         */
        post: operations["pushBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交一个文件（Excel 工作簿、CSV 或 JSON）
         * @description 表单（multipart/form-data）里只放一个文件，名称不限。收到的文件会原样保存；同一文件再次提交不会重复写入。
         */
        post: operations["submitFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次的回执 */
        get: operations["readBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次的所有问题，按行 */
        get: operations["listIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 标注结果：原来的行与列，旁注处理结果与修改建议 */
        get: operations["readResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所有待确认的行 */
        get: operations["listWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次里待确认的行 */
        get: operations["listBatchWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认或放弃一行（具名） */
        post: operations["decideWaiting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 记录，按决定日期由新到旧 */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条记录，现在的或某一时刻的 */
        get: operations["readRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条记录的各个版本，由新到旧 */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示状态、期限的算法、标注和经过 */
        get: operations["readPublicity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}/repair-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用修复告知书 */
        get: operations["readRepairNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publicity/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应公示而没有公示的记录和原因 */
        get: operations["listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/{id}/publicity/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：撤回、暂停、恢复、改等级、标注、公开文本（具名） */
        post: operations["actUponPublicity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个主体：名称、代码、别名、合并和记录条数 */
        get: operations["readSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{key}/joins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把一个主体并入另一个（区信用办，具名） */
        post: operations["joinSubjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{key}/joins/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一个主体的合并（区信用办，具名） */
        post: operations["undoJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上传批次，由新到旧 */
        get: operations["listForwardBatches"];
        put?: never;
        /** 把一个数据集应上传的记录生成批次；没有应上传的记录时为空列表 */
        post: operations["makeForwardBatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个上传批次 */
        get: operations["readForwardBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/batches/{id}/handing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移交一个批次：文件写到数据目录的 forwarding/outbox，并记下移交时刻 */
        post: operations["handForwardBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入市平台的回执或错误清单
         * @description 表单（multipart/form-data）里只放一个文件。读不懂的文件整个退回，不写入任何数据；同一文件再次导入不会重复写入。
         */
        post: operations["importForwardAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 未通过的记录不改内容再报一次，随下一批次上传 */
        post: operations["resendRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已移交而没有回执的记录，注明已过几个工作日 */
        get: operations["listUnansweredForwarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 市平台未通过的记录及其原因，供报送单位补正 */
        get: operations["listRefusedForwarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 快到期限而未上传的记录，最急的在前 */
        get: operations["listDueForwarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forwarding/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按数据集和单位统计 */
        get: operations["countForwarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 线索，新的在前 */
        get: operations["listConcealmentAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/alarms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条线索：缺的是否已经补报，办到哪一步 */
        get: operations["readConcealmentAlarm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/alarms/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：答复、认可、退回（具名，审核人与答复人不能是同一人） */
        post: operations["actUponConcealmentAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记为依法没有使用的文号，按单位、号段；单位只见自己登记的 */
        get: operations["listVoidNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/void-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记依法没有使用的文号（具名） */
        post: operations["declareVoidNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记在别处见到的决定（区信用办，具名）；下次扫描时核对是否报送过 */
        post: operations["noteSighting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concealment/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 扫描：缺号、骤减、别处见到而未报送（区信用办） */
        post: operations["scanConcealment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 月通报，新的在前；各单位只见已签发的 */
        get: operations["listBulletins"];
        put?: never;
        /** 起草一个月的通报：该月已结束、数字已冻结（区信用办，具名） */
        post: operations["draftBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一期通报 */
        get: operations["readBulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签发后因更正、撤回而变化的数字，签发时的与现在的并列（区信用办） */
        get: operations["compareBulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已签发的通报，网页 */
        get: operations["readBulletinPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已签发的通报，PDF；与签发时逐字节相同 */
        get: operations["readBulletinPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改正文，签发，或撤销草稿（具名；起草、修改的人不能签发） */
        post: operations["actUponBulletin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部指标的定义 */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个指标在一个期间的数字：全区合计和各单位；单位只看到自己的和合计 */
        get: operations["readIndicator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部指标，各取包含所问期间的那一期 */
        get: operations["readBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数字背后的明细：记录、提交、办理或应报项；自然人的记录遮蔽，查看留痕 */
        get: operations["readIndicatorRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expected/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应报清单在一个期间的各项：应报、已报、零报告、豁免 */
        get: operations["readExpected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expected/{set}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报总数、零报告（报送单位，具名）；豁免（区信用办，写明理由）；撤销 */
        post: operations["sayExpected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冻结一个期间的指标（区信用办）：期间和更正期都已届满；服务每天自动办理 */
        post: operations["freezePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计日志，由新到旧：谁在何时做了什么、看了什么 */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计链的链头，供抄录在别处 */
        get: operations["readAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从文件（.docx 或文本）读出方案，存为待确认的方案（区信用办，具名）
         * @description 表单（multipart/form-data）里只放一个文件。没有读懂的内容逐处列出，全部处理后由另一人确认才生效。
         */
        post: operations["importPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待确认的方案：任务、没有读懂的内容、没有认出的单位 */
        get: operations["readPlanDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正待确认方案的一项任务；没有写的不变（区信用办，具名） */
        post: operations["amendPlanDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理没有读懂的内容（区信用办，具名） */
        post: operations["settlePlanDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts/{id}/dropping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废待确认的方案（区信用办，具名） */
        post: operations["dropPlanDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-drafts/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 由没有经手的另一人确认方案：任务随即分发，单位收到通知（区信用办，具名） */
        post: operations["confirmPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 方案清单；区信用办还看到待确认的 */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 方案和各项任务现在的状态 */
        get: operations["readPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 方案总览：各领域、各单位的任务状态；单位只看到自己的 */
        get: operations["readPlanBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭文件调整一项任务的时限或单位：一人拟办，另一人批准（区信用办，具名） */
        post: operations["amendPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束方案：任务不再核对（区信用办，具名） */
        post: operations["closePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/tasks/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项任务和它的依据 */
        get: operations["readTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/tasks/{number}/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 牵头或责任单位申报完成（具名）；申报不等于证明 */
        post: operations["declareTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办事项，由新到旧：本单位的，和本单位牵头的任务的 */
        get: operations["listMatters"];
        put?: never;
        /**
         * 报送进展、推进方案；要求报送；拟督办单；催办；申请延期、移交、退回任务（具名）
         * @description 退回后重报进展报告或推进方案，用同样的内容再发一次。
         */
        post: operations["openMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/matters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个督办事项和它的经过 */
        get: operations["readMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/matters/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办单文书（PDF） */
        get: operations["readOrderPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应报的进展报告：已过的各期，报了的和没报的 */
        get: operations["listOwedReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supervision/matters/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理下一步：审核、退回、签发、回复、办结、同意、批准等（具名） */
        post: operations["actInMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附在一件事上的附件，按添加先后 */
        get: operations["listAttachments"];
        put?: never;
        /**
         * 添加附件
         * @description 表单（multipart/form-data）里只放一个文件。类型按内容识别；含宏、脚本的文件不收；图片和文档里的作者、位置等信息会去掉。
         */
        post: operations["addAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 取一个附件，供另存；每次取用都有记录 */
        get: operations["readAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 收到和发出的通知，由新到旧 */
        get: operations["listNotices"];
        put?: never;
        /** 区信用办给一个单位发通知；同样的话一天只发一次 */
        post: operations["sendNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份通知；查看不等于签收 */
        get: operations["lookAtNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收并阅读一份通知；首次签收的人和时刻不再改变 */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复一份通知 */
        post: operations["answerNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 改自己的口令；其他地方的会话全部失效 */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记验证器第一步：取密钥 */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记验证器第二步：用一个验证码确认，取恢复码；此后登录须填验证码 */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用验证器 */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我在各处的登录，新的在前 */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束我在某处的登录 */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 角色与权限对照表 */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号，按用户名；单位管理员只见本单位的 */
        get: operations["listAccounts"];
        put?: never;
        /** 新建账号，给出初始口令 */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{login}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个账号 */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{login}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：改角色或单位、停用、启用、解锁、重置口令、停用验证器、关联统一认证、解除关联 */
        post: operations["actUponAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 程序令牌，由新到旧 */
        get: operations["listApiClients"];
        put?: never;
        /** 发一个令牌给程序：一个单位、若干权限、若干天 */
        post: operations["createApiClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-clients/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废一个令牌，立即生效 */
        post: operations["revokeApiClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以代我办理的人：本单位其他在用的账号 */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 代理，由新到旧：我委托的和委托我的；管理员见其范围内的 */
        get: operations["listDelegations"];
        put?: never;
        /** 外出期间委托本单位同事代为办理 */
        post: operations["delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提前结束代理 */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /**
             * Format: uuid
             * @description 审计日志以它相认
             */
            id: string;
            login: string;
            name: string;
            unit: string;
            /**
             * @description units 本单位；all 全区
             * @enum {string}
             */
            scope: "units" | "all";
            roles: ("data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator")[];
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            changedAt: string;
            disabledAt: string | null;
            disabledBy: string | null;
            /** @description 连续失败后暂停登录到何时 */
            lockedUntil: string | null;
        };
        AmendedTask: {
            /**
             * @description 任务编号
             * @example 十1
             */
            number: string;
            dueOn: {
                from: string | null;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                to: string;
            } | null;
            bound: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                unit: string;
                /** @enum {string} */
                role: "lead" | "responsible" | "supporting";
                namedAs: string;
                viaGroup: string | null;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
            }[];
            released: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                unit: string;
                /** @enum {string} */
                role: "lead" | "responsible" | "supporting";
                namedAs: string;
                viaGroup: string | null;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
            }[];
        };
        ApiClient: {
            /** Format: uuid */
            id: string;
            name: string;
            unit: string;
            rights: ("standards.read" | "intake.read" | "intake.submit" | "intake.confirm" | "record.read" | "publicity.read" | "publicity.classify" | "publicity.withdraw" | "subject.read" | "subject.join" | "forwarding.read" | "forwarding.make" | "concealment.read" | "concealment.answer" | "concealment.review" | "indicator.read" | "indicator.declare" | "indicator.waive" | "indicator.freeze" | "bulletin.read" | "bulletin.draft" | "bulletin.issue" | "plan.read" | "plan.import" | "plan.confirm" | "plan.declare" | "supervision.read" | "supervision.report" | "supervision.review" | "supervision.order" | "supervision.decide" | "attachment.read" | "attachment.add" | "notice.read" | "notice.answer" | "notice.send" | "audit.read" | "account.read" | "account.manage" | "client.manage")[];
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            expiresAt: string;
            usedAt: string | null;
            revokedAt: string | null;
            revokedBy: string | null;
        };
        Attachment: {
            /** Format: uuid */
            id: string;
            ownerKind: string;
            ownerId: string;
            ownerVersion: number | null;
            unit: string;
            fileName: string;
            /**
             * @description 按内容识别
             * @enum {string}
             */
            kind: "pdf" | "png" | "jpeg" | "docx" | "xlsx" | "ofd" | "text";
            bytes: number;
            /** @description 去掉元数据之后的内容 */
            sha256: string;
            /**
             * @description clean 扫描未见病毒；not-scanned 未扫描
             * @enum {string}
             */
            scan: "clean" | "not-scanned";
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            addedAt: string;
            addedBy: string;
            /**
             * @description 保管到哪一天
             * @example 2021-04-23
             */
            keepUntil: string;
            keepBasis: string;
        };
        AuditEvent: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            at: string;
            /** @description 账号、命令行用户或平台自身 */
            actor: string;
            /** @description 涉及的单位编号 */
            unit: string | null;
            /**
             * @description 做了什么
             * @example record.look
             * @example batch.merge
             */
            act: string;
            objectKind: string;
            objectId: string;
            details: {
                [key: string]: unknown;
            };
        };
        AuditHead: {
            /** @description 还没有封存任何事件时为 null */
            head: {
                /** @description 最后一个区块的序号 */
                block: number;
                /** @description 链上共有多少事件 */
                events: number;
                /** @description 链头，64 个十六进制数字；抄录在别处，日后可用来核对 */
                hash: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                sealedAt: string;
            } | null;
        };
        /** @description 据以修改的版本：已有更新的版本时整批不写入（409 changed-meanwhile）；仍是遮蔽样子的敏感值照旧 */
        BasedOnInput: {
            /** Format: uuid */
            record: string;
            version: number;
        };
        Board: {
            period: components["schemas"]["Period"];
            readonly readings: components["schemas"]["IndicatorReading"][];
        };
        Bulletin: {
            /** Format: uuid */
            id: string;
            /** @example 2021-05 */
            month: string;
            title: {
                zh: string;
                en: string;
            };
            /** @description 所更正的那一期 */
            corrects: {
                zh: string;
                en: string;
            } | null;
            readonly columns: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
                indicator: string;
            }[];
            readonly rows: {
                unit: string;
                name: string;
                readonly cells: components["schemas"]["BulletinCell"][];
                alarms: {
                    open: number;
                    overdue: number;
                };
            }[];
            /** @description 各单位之和 */
            readonly total: components["schemas"]["BulletinCell"][];
            /** @description 上月合计；上月没有冻结的为 null */
            before: components["schemas"]["BulletinCell"][] | null;
            readonly praised: string[];
            readonly named: {
                unit: string;
                name: string;
                readonly reasons: {
                    zh: string;
                    en: string;
                }[];
            }[];
            readonly paragraphs: {
                heading: {
                    zh: string;
                    en: string;
                } | null;
                text: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description 所用指标的版本和冻结 */
            readonly sources: {
                indicator: string;
                version: string;
                rowsHash: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                frozenAt: string;
            }[];
            rowsHash: string;
            /** @description 标准包的校验值 */
            standards: string;
            /** @description 起草、修改过的人，不能由他们签发；只有区信用办看得到 */
            readonly writers: string[];
            /** @description 尚未签发的为 null */
            issued: {
                serial: {
                    zh: string;
                    en: string;
                };
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                issuedOn: string;
                snapshotSha256: string;
                pdfSha256: string;
            } | null;
            /** @description 撤销的草稿：谁、为什么；其他的为 null */
            dropped: {
                reason: string;
                name: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
            } | null;
        };
        BulletinCell: {
            numerator: string | null;
            denominator: string | null;
            absence: ("no-data" | "zero-report" | "waived" | "unmeasured") | null;
            shown: {
                zh: string;
                en: string;
            };
        };
        BulletinChange: {
            unit: string;
            name: string;
            column: string;
            issued: components["schemas"]["BulletinCell"];
            now: components["schemas"]["BulletinCell"];
        };
        CatalogBasis: {
            instrument: string;
            title: {
                zh: string;
                en: string;
            };
            /** @description 文号 */
            number: string | null;
            clause: string | null;
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
        };
        CatalogEntry: {
            dataset: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            /** @description 目录事项 */
            item: string;
            readonly basis: components["schemas"]["CatalogBasis"][];
            /**
             * @description 公开属性
             * @enum {string}
             */
            publicity: "public" | "conditional" | "private";
            /** @description 平台按规定的期限公示；没有公示规则的从不公示 */
            isShown: boolean;
            /**
             * @description 共享属性
             * @enum {string}
             */
            sharing: "shared" | "conditional" | "private";
            /** @description 是否失信信息 */
            isNegative: boolean;
            retention: {
                zh: string;
                en: string;
            };
            readonly children: string[];
            readonly providers: components["schemas"]["CatalogProvider"][];
        };
        CatalogProvider: {
            /** @description 单位或者单位组的编号 */
            unit: string;
            name: string;
            /** @description 单位组所含的单位；是单位的，即其本身 */
            readonly members: string[];
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            since: string;
            to: string | null;
            /**
             * @description 法定、应当、鼓励
             * @enum {string}
             */
            reason: "statutory" | "expected" | "encouraged";
            basis: components["schemas"]["CatalogBasis"];
        };
        Check: {
            id: string;
            name: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            severity: "error" | "confirm" | "warning";
            /** @enum {string} */
            dimension: "completeness" | "validity" | "consistency" | "uniqueness" | "timeliness" | "lawfulness";
            /** @enum {string} */
            needs: "row" | "batch" | "registry" | "history";
            readonly basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            }[];
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note: string | null;
            /** @description 适用的数据集；null 表示凡有相关字段者皆适用 */
            datasets: string[] | null;
            clauses: {
                code: string;
                /** @enum {string} */
                severity: "error" | "confirm" | "warning";
                /** @enum {string} */
                needs: "row" | "batch" | "registry" | "history";
                message: string;
                fix: string;
            }[];
        };
        CheckForm: {
            code: string;
            name: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            severity: "error" | "confirm" | "warning";
            /** @enum {string} */
            needs: "row" | "batch" | "registry" | "history";
            column: string | null;
            message: string;
            fix: string;
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            readonly basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            }[];
        };
        Colleague: {
            login: string;
            name: string;
        };
        ConcealmentAlarm: {
            /** Format: uuid */
            id: string;
            unit: string;
            /**
             * @description gap 文号缺号；drop 报送骤减；seen 别处见到而未报送
             * @enum {string}
             */
            kind: "gap" | "drop" | "seen";
            dataset: string;
            /** @description 一句话：缺了什么 */
            sentence: string;
            /** @description 缺少的文号；骤减没有文号 */
            numbers: string[];
            /** @description 依据：前后文号、件数与往常、见于何处 */
            evidence: {
                [key: string]: unknown;
            };
            /** @description 把握：按该单位以往缺号核实的结果，这条缺号确为漏报的可能；只用于排序 */
            confidence: number | null;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            foundOn: string;
            /** @description 答复期限 */
            dueOn: string | null;
            /**
             * @description open 待答复；answered 待审核；returned 已退回；closed 已销号；filed 已补报
             * @enum {string}
             */
            state: "open" | "answered" | "returned" | "closed" | "filed";
            isOverdue: boolean;
            steps: {
                ordinal: number;
                /** @enum {string} */
                step: "answer" | "accept" | "return";
                answer: ("found" | "lawful-gap" | "explained") | null;
                words: string;
                document: string | null;
                name: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
            }[];
        };
        ConcealmentScan: {
            /** @description 新增线索 */
            raised: number;
            gaps: number;
            drops: number;
            seen: number;
            /** @description 查了几个号段 */
            judged: number;
            /** @description 太短或空号太多、看不出问题的号段 */
            unjudged: number;
        };
        CreditRecord: {
            /** Format: uuid */
            recordId: string;
            dataset: string;
            datasetVersion: string;
            unit: string;
            subject: {
                key: string;
                /** @enum {string} */
                kind: "legal" | "soleTrader" | "natural";
                name: string;
            };
            authority: string;
            number: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            receivedAt: string;
            /** @enum {string} */
            state: "held" | "published" | "ended" | "withdrawn" | "suspended";
            stateReason: string | null;
            /** @description 公示的最后一天；不公示的、已被后来版本取代的为 null */
            shownUntil: string | null;
            /** @description 当时有效的标注：异议处理中、主体声明 */
            marks: {
                /** @enum {string} */
                mark: "disputed" | "statement";
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
                words: string | null;
            }[];
            version: number;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            writtenAt: string;
            writtenBy: string;
            reason: string;
            lineage: {
                /** Format: uuid */
                batch: string;
                row: number;
            };
            parent: string | null;
            sameNumberAs: string | null;
            /** @description 字段代码 → 值；敏感字段已遮蔽 */
            values: {
                [key: string]: string | string[];
            };
            timeliness: {
                deadline: string;
                jurisdiction: string;
                jurisdictionName: {
                    zh: string;
                    en: string;
                };
                dueOn: string | null;
                /** @description 超出已公布的节假日安排，按双休估算 */
                isProvisional: boolean;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                receivedOn: string;
                isLate: boolean;
                lateDays: number;
                /** @enum {string} */
                certainty: "seen" | "known" | "choice" | "uncertain";
                /** @description 按市平台回执计；尚无回执的按今天计。不上传市平台的为 null */
                city: {
                    receivedOn: string | null;
                    isLate: boolean;
                    lateDays: number;
                } | null;
            }[];
            forwarding: {
                forwardedAt: string | null;
                cityReceiptAt: string | null;
                /**
                 * @description 最近一次上传：未回、通过、未通过
                 * @enum {string}
                 */
                state: "sent" | "accepted" | "refused";
                /** @enum {string} */
                operation: "add" | "change" | "withdraw";
                /** @description 最近一次放入批次的版本 */
                version: number;
                /** @description 市平台现在有这条记录 */
                isAtCity: boolean;
                /** Format: uuid */
                batch: string;
            } | null;
            rollups: {
                [key: string]: string;
            };
        };
        DatasetForm: {
            id: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            catalog: {
                item: string;
                readonly basis: {
                    instrument: string;
                    clause?: string;
                    /**
                     * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                     * @enum {string}
                     */
                    certainty?: "seen" | "known" | "choice" | "uncertain";
                }[];
                /** @enum {string} */
                publicity: "public" | "conditional" | "private";
                /** @enum {string} */
                sharing: "shared" | "conditional" | "private";
                isNegative: boolean;
                retention: {
                    zh: string;
                    en: string;
                };
            };
            deadline: string | null;
            parent: string | null;
            categories: {
                [key: string]: "legal" | "soleTrader" | "natural";
            };
            readonly fields: components["schemas"]["FieldForm"][];
            readonly checks: components["schemas"]["CheckForm"][];
            readonly children: string[];
            readonly rollups: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
                child: string;
                sum: string;
            }[];
        };
        DatasetRules: {
            definition: {
                [key: string]: unknown;
            };
            codeLists: {
                [key: string]: unknown;
            }[];
            checks: {
                [key: string]: unknown;
            }[];
            instruments: {
                [key: string]: unknown;
            }[];
            regionCode: string;
        };
        DatasetSummary: {
            id: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            parent: string | null;
            children: string[];
            fields: number;
            deadline: string | null;
        };
        Deadline: {
            id: string;
            name: {
                zh: string;
                en: string;
            };
            /** @description 起算的事件 */
            starts: string;
            readonly values: {
                jurisdiction: string;
                /** @enum {string} */
                unit: "working-day" | "natural-day";
                days: number;
                mostDays?: number;
                rolls: boolean;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                from: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                to?: string;
                /** @description 依据：文件编号与条款 */
                basis: {
                    instrument: string;
                    clause?: string;
                    /**
                     * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                     * @enum {string}
                     */
                    certainty?: "seen" | "known" | "choice" | "uncertain";
                };
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty: "seen" | "known" | "choice" | "uncertain";
                note?: string;
            }[];
        };
        Delegation: {
            /** Format: uuid */
            id: string;
            fromName: string;
            toName: string;
            unit: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            fromOn: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            untilOn: string;
            reason: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            madeAt: string;
            madeBy: string;
            endedAt: string | null;
            endedBy: string | null;
        };
        DispatchedPlan: {
            /**
             * @description 方案编号
             * @example licheng-2021
             */
            id: string;
            title: string;
            tasks: number;
            units: number;
            /** @description 没有写明完成依据的任务 */
            readonly withoutProof: string[];
        };
        Due: {
            due: string | null;
            provisional: boolean;
            proof: {
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                day: string;
                counted: boolean;
                reason: string;
            }[];
            /** @description 所用的期限规定；按天数计算时为 null */
            rule: components["schemas"]["DueRule"] | null;
            /** @description 其他口径对同一期限的规定，只作并列显示 */
            beside: {
                due: string | null;
                provisional: boolean;
                rule: components["schemas"]["DueRule"];
            }[];
            /** @description 双方可以约定更长时间的，最迟到哪一天 */
            atMost: {
                days: number;
                due: string | null;
                provisional: boolean;
            } | null;
        };
        DueForwarding: {
            /** Format: uuid */
            recordId: string;
            dataset: string;
            unit: string;
            number: string;
            subjectName: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            dueOn: string | null;
            /** @description 剩余天数，负数为已逾期 */
            daysLeft: number | null;
        };
        DueRule: {
            deadline: string;
            name: {
                zh: string;
                en: string;
            };
            jurisdiction: string;
            jurisdictionName: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            unit: "working-day" | "natural-day";
            days: number;
            rolls: boolean;
            /** @description 依据：文件编号与条款 */
            basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            };
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note: string | null;
        };
        ExpectedSet: {
            id: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            from: "declared" | "provisions" | "bound-units";
            readonly basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            }[];
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            period: components["schemas"]["Period"];
            readonly entries: {
                unit: string;
                name: string;
                item: string;
                period: string;
                /** @description 整数，写成文本以免丢失精度；金额单位为分 */
                expected: string;
                /** @description 整数，写成文本以免丢失精度；金额单位为分 */
                actual: string;
                /** @description 计入的数，不超过应报数 */
                met: string;
                /**
                 * @description surplus：报来的多于申报的
                 * @enum {string}
                 */
                state: "met" | "missing" | "surplus" | "zero-report" | "waived";
                reason: string | null;
            }[];
        };
        ExpectedWord: {
            set: string;
            unit: string;
            item: string;
            period: string;
            /** @enum {string} */
            kind: "declared" | "zero" | "waived" | "revoked";
            expected: string | null;
            /** @description 这一期间已受理的记录 */
            filed: string;
            reason: string | null;
            name: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            at: string;
        };
        FieldForm: {
            code: string;
            name: {
                zh: string;
                en: string;
            };
            readonly aliases: string[];
            role: string | null;
            /** @description 同一列兼任的其他角色 */
            readonly alsoRoles: string[];
            types: {
                /** @enum {string} */
                legal: "text" | "longText" | "code" | "codes" | "uscc" | "organisationCode" | "registrationNo" | "personId" | "phone" | "day" | "money" | "number" | "integer";
                /** @enum {string} */
                soleTrader: "text" | "longText" | "code" | "codes" | "uscc" | "organisationCode" | "registrationNo" | "personId" | "phone" | "day" | "money" | "number" | "integer";
                /** @enum {string} */
                natural: "text" | "longText" | "code" | "codes" | "uscc" | "organisationCode" | "registrationNo" | "personId" | "phone" | "day" | "money" | "number" | "integer";
            };
            requirements: {
                /** @enum {string} */
                legal: "required" | "optional" | "blank" | "conditional";
                /** @enum {string} */
                soleTrader: "required" | "optional" | "blank" | "conditional";
                /** @enum {string} */
                natural: "required" | "optional" | "blank" | "conditional";
            };
            /** @description 表达式：为真时必填 */
            requiredIf: string | null;
            /** @description 表达式：为真时须留空 */
            blankIf: string | null;
            maxLength: number | null;
            unit: ("wan-yuan" | "yuan") | null;
            readonly codes: {
                value: string;
                name?: {
                    zh: string;
                    en: string;
                };
                readonly aliases?: string[];
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                from?: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                to?: string;
                readonly kinds?: ("legal" | "soleTrader" | "natural")[];
                group?: string;
                /** @description 后面可以接“-具体种类” */
                freeSuffix?: boolean;
                /**
                 * @description 这种证件的号码是公民身份号码
                 * @constant
                 */
                numberedAs?: "citizen-id";
                /**
                 * @description 登记状态的含义：living 存续，ended 已经终止
                 * @enum {string}
                 */
                standing?: "living" | "ended";
                note?: string;
            }[];
            hasFreeSuffix: boolean;
            /** @description 引用依据：文号、编号或者全称，几个用分号隔开 */
            cites: "instrument" | null;
            /** @description 填另一数据集某条记录的编号：该数据集的编号；机关、主体相同，同属一个上级记录的，上级也相同 */
            ref: string | null;
            guidance: {
                zh: string;
                en: string;
            } | null;
            example: string | null;
            isSensitive: boolean;
            isPublic: boolean;
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note: string | null;
        };
        ForwardAnswer: {
            batch: components["schemas"]["ForwardBatch"];
            /** @description 同一文件此前已导入，本次未写入 */
            isRepeat: boolean;
            rows: number;
            accepted: number;
            refused: number;
            /** @description 此前已有同样结论的行 */
            unchanged: number;
            /** @description 与先前的回执不同的行，仍以先前为准 */
            differingRows: number[];
            /** @description 文件中不属于该批次的行 */
            unknownLines: number[];
        };
        ForwardBatch: {
            /** Format: uuid */
            id: string;
            /**
             * @description 批次号，市平台的回执以它相认
             * @example licheng-licence-20210507-001
             */
            number: string;
            dataset: string;
            templateVersion: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            madeAt: string;
            madeBy: string;
            rows: number;
            fileName: string;
            fileSha256: string;
            /**
             * @description made 未移交；handed 已移交、未回完；answered 已回
             * @enum {string}
             */
            state: "made" | "handed" | "answered";
            handedAt: string | null;
            handedBy: string | null;
            /** @description 市平台的接收编号 */
            cityNumber: string | null;
            answeredAt: string | null;
        };
        ForwardingCount: {
            dataset: string;
            unit: string;
            /** @description 应上传 */
            records: number;
            forwarded: number;
            unanswered: number;
            accepted: number;
            refused: number;
            /** @description 及时率的分母：市平台已收 */
            cityReceived: number;
            /** @description 及时率的分子：期限内收到 */
            cityTimely: number;
        };
        FrozenPeriod: {
            period: string;
            /** @description 这次冻结的；以前冻结过的不在其中 */
            readonly indicators: string[];
        };
        Funds: {
            year: string;
            purpose: string;
            /** @description 万元 */
            planned: string;
            /** @description 万元 */
            spent: string;
            /** @description 万元 */
            left: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "failing";
            /** @description 演示区：数据与代码均为虚构 */
            isDemo: boolean;
            /** @description 标准与区县数据包的摘要 */
            standardsDigest: string;
            /** @enum {string} */
            database: "ok" | "unreachable";
        };
        HeldRecord: {
            /** Format: uuid */
            recordId: string;
            dataset: string;
            unit: string;
            subjectName: string;
            number: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            reason: string;
            sentence: string;
        };
        Indicator: {
            id: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            /** @description 一句话：这个数字说的是什么 */
            says: {
                zh: string;
                en: string;
            };
            readonly basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            }[];
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note: string | null;
            /** @description 负责这一数字的单位 */
            owner: string;
            /** @enum {string} */
            format: "percent" | "per-100000" | "ratio" | "count" | "money" | "days";
            better: ("higher" | "lower") | null;
            /** @description 尚不能测算的，还缺平台的哪些部分 */
            readonly needs: ("cases" | "checks" | "sharing" | "portal" | "assessments" | "outside")[];
            /** @enum {string} */
            periodKind: "month" | "quarter" | "year" | "total";
            isMeasured: boolean;
            readonly targets: components["schemas"]["IndicatorTarget"][];
        };
        IndicatorCell: {
            numerator: string | null;
            /** @description 不是比率的指标没有分母 */
            denominator: string | null;
            /** @description 没有数字的原因：无数据、零报告、已豁免、尚不能测算 */
            absence: ("no-data" | "zero-report" | "waived" | "unmeasured") | null;
            /** @description 给人看的写法；比率截断到两位小数，从不进位 */
            shown: string;
        };
        IndicatorReading: {
            id: string;
            version: string;
            name: {
                zh: string;
                en: string;
            };
            /** @description 一句话：这个数字说的是什么 */
            says: {
                zh: string;
                en: string;
            };
            readonly basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            }[];
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note: string | null;
            /** @description 负责这一数字的单位 */
            owner: string;
            /** @enum {string} */
            format: "percent" | "per-100000" | "ratio" | "count" | "money" | "days";
            better: ("higher" | "lower") | null;
            /** @description 尚不能测算的，还缺平台的哪些部分 */
            readonly needs: ("cases" | "checks" | "sharing" | "portal" | "assessments" | "outside")[];
            period: components["schemas"]["Period"];
            total: components["schemas"]["IndicatorCell"];
            readonly units: components["schemas"]["IndicatorUnitCell"][];
            target: components["schemas"]["IndicatorTarget"] | null;
            /** @description 全区合计是否达到目标；没有数字或没有目标时为 null */
            isMet: boolean | null;
            /** @description 已冻结：上面是冻结时的数字，restated 是按今天所知重算的 */
            frozenAt: string | null;
            restated: {
                total: components["schemas"]["IndicatorCell"];
                readonly units: components["schemas"]["IndicatorUnitCell"][];
            } | null;
        };
        IndicatorRows: {
            /** @enum {string} */
            kind: "records" | "submissions" | "acts" | "entries";
            readonly records: components["schemas"]["CreditRecord"][];
            readonly submissions: {
                /** Format: uuid */
                batch: string;
                receiptNo: string;
                unit: string;
                dataset: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
                rows: number;
            }[];
            readonly acts: {
                /** Format: uuid */
                id: string;
                act: string;
                unit: string | null;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
                objectKind: string;
                objectId: string;
            }[];
            readonly entries: {
                unit: string;
                name: string;
                item: string;
                period: string;
                /** @description 整数，写成文本以免丢失精度；金额单位为分 */
                expected: string;
                /** @description 整数，写成文本以免丢失精度；金额单位为分 */
                actual: string;
                /** @description 计入的数，不超过应报数 */
                met: string;
                /**
                 * @description surplus：报来的多于申报的
                 * @enum {string}
                 */
                state: "met" | "missing" | "surplus" | "zero-report" | "waived";
                reason: string | null;
            }[];
            /** @description 下一页的 cursor；只有记录分页 */
            next: string | null;
        };
        IndicatorTarget: {
            /** @enum {string} */
            is: "at-least" | "above" | "at-most" | "below" | "equal" | "rising";
            value: string | null;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            from: string;
            to: string | null;
            /** @description 依据：文件编号与条款 */
            basis: {
                instrument: string;
                clause?: string;
                /**
                 * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
                 * @enum {string}
                 */
                certainty?: "seen" | "known" | "choice" | "uncertain";
            };
        };
        IndicatorUnitCell: {
            numerator: string | null;
            /** @description 不是比率的指标没有分母 */
            denominator: string | null;
            /** @description 没有数字的原因：无数据、零报告、已豁免、尚不能测算 */
            absence: ("no-data" | "zero-report" | "waived" | "unmeasured") | null;
            /** @description 给人看的写法；比率截断到两位小数，从不进位 */
            shown: string;
            unit: string;
            name: string;
        };
        Instrument: {
            id: string;
            /** @description 文号 */
            number?: string;
            issuer: string;
            title: {
                zh: string;
                en: string;
            };
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            from?: string;
            /**
             * @description 有效的最后一天
             * @example 2021-04-23
             */
            to?: string;
            /**
             * @description seen 见过原文；known 已知；choice 平台约定；uncertain 待核
             * @enum {string}
             */
            certainty: "seen" | "known" | "choice" | "uncertain";
            note?: string;
        };
        Issue: {
            row: number;
            column: string | null;
            label: string | null;
            value: string;
            expected: string | null;
            rule: string;
            code: string;
            /** @enum {string} */
            severity: "error" | "confirm" | "warning";
            message: string;
            fix: string;
        };
        Matter: {
            /** Format: uuid */
            id: string;
            /**
             * @description 进展报告、工作推进方案、督办单、延期、移交、退回任务、催办
             * @enum {string}
             */
            kind: "report" | "action-plan" | "order" | "extension" | "hand-over" | "release" | "urging";
            plan: string;
            /** @description 任务编号；推进方案为 null */
            number: string | null;
            unit: string;
            period: string | null;
            /** @description 移交的接收单位 */
            otherUnit: string | null;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            openedAt: string;
            /** @enum {string} */
            state: "called" | "filed" | "returned" | "accepted" | "drafted" | "issued" | "replied" | "closed" | "dropped" | "asked" | "agreed" | "declined" | "granted" | "refused" | "urged";
            /** @description 现在可以办理的下一步 */
            next: ("call" | "file" | "return" | "accept" | "reopen" | "draft" | "issue" | "drop" | "reply" | "close" | "ask" | "agree" | "decline" | "grant" | "refuse" | "urge")[];
            dueOn: string | null;
            /** @description 督办单文号 */
            document: string | null;
            acts: {
                ordinal: number;
                /** @enum {string} */
                act: "call" | "file" | "return" | "accept" | "reopen" | "draft" | "issue" | "drop" | "reply" | "close" | "ask" | "agree" | "decline" | "grant" | "refuse" | "urge";
                /** @description 办理的单位；区信用办为 null */
                byUnit: string | null;
                name: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                day: string;
                words: string | null;
                figures: {
                    name: string;
                    value: string;
                }[];
                attachments: string[];
                sinceOn: string | null;
                dueOn: string | null;
            }[];
        };
        NewerVersion: {
            /** Format: uuid */
            record: string;
            version: number;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            writtenAt: string;
            writtenBy: string;
            /** @description 写这一版的人 */
            name: string;
            /** @description 其单位的编号 */
            unit: string;
            /** @description 与所据版本不同的字段代码 */
            fields: string[];
        };
        Notice: {
            /** Format: uuid */
            id: string;
            template: string;
            unit: string;
            toRole: string;
            /** @description 发送单位；空为区信用办或系统 */
            fromUnit: string | null;
            about: {
                kind: string;
                id: string;
            };
            title: string;
            body: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            sentAt: string;
            sentBy: string;
            answerDueOn: string | null;
            readAt: string | null;
            readBy: string | null;
            answeredAt: string | null;
            answeredBy: string | null;
            answer: string | null;
            deliveries: {
                /** @enum {string} */
                channel: "inbox" | "mail" | "sms";
                /**
                 * @description queued 待送；sending 正在送；sent 已送达；failed 未成、将再试；given-up 放弃
                 * @enum {string}
                 */
                state: "queued" | "sending" | "sent" | "failed" | "given-up";
                attempts: number;
                nextAt: string | null;
                sentAt: string | null;
                /** @description 送达凭据，如邮件服务器的答复 */
                proof: string | null;
                /** @description no-address 单位没有登记地址；too-old 过期；unsure 不知是否送到；或对方的答复 */
                problem: string | null;
            }[];
        };
        OpenDataIndex: {
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            day: string;
            files: {
                name: string;
                dataset: string;
                title: string;
                /** @enum {string} */
                format: "csv" | "json";
                records: number;
                bytes: number;
                sha256: string;
            }[];
        };
        OpenDecision: {
            /** Format: uuid */
            recordId: string;
            unitId: string;
            /** @description 会议编号 */
            meeting: string;
            /** @description 会上第几项 */
            number: string;
            decision: string;
            responsibleUnit: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            agreedOn: string;
            dueOn: string | null;
            isLate: boolean;
        };
        OwedReport: {
            plan: string;
            number: string;
            unit: string;
            period: string;
            dueOn: string | null;
            matter: string | null;
            firstFiledOn: string | null;
            /** @description 还没有报，或被退回未重报 */
            isMissing: boolean;
            /** @description 逾期报送，或逾期未报 */
            isLate: boolean;
        };
        OwnSession: {
            /** @description 登录的编号 */
            id: string;
            /** @enum {string} */
            method: "password" | "provider";
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 最近一次操作，约一分钟内
             */
            seenAt: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            endsAt: string;
            /** @description 就是这次登录 */
            isThis: boolean;
        };
        Period: {
            /** @example 2021-05 */
            id: string;
            /** @enum {string} */
            kind: "month" | "quarter" | "year" | "total";
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            from: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            to: string;
        };
        Plan: {
            /**
             * @description 方案编号
             * @example licheng-2021
             */
            id: string;
            title: string;
            issuedOn: string | null;
            /** @enum {string} */
            state: "confirmed" | "closed";
            importedBy: string;
            confirmedBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            confirmedAt: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            confirmedOn: string;
            closedAt: string | null;
            /**
             * Format: date-time
             * @description 状态是按这一时刻的数据算出的
             */
            asOf: string;
            areas: {
                number: string;
                title: string;
            }[];
            tasks: components["schemas"]["PlanTask"][];
        };
        PlanBoard: {
            plan: components["schemas"]["PlanHead"];
            /**
             * Format: date-time
             * @description 状态是按这一时刻的数据算出的
             */
            asOf: string;
            counts: {
                "not-started": number;
                "in-progress": number;
                proven: number;
                late: number;
                regressed: number;
            };
            areas: {
                number: string;
                title: string;
                "not-started": number;
                "in-progress": number;
                proven: number;
                late: number;
                regressed: number;
            }[];
            /** @description 将到期而未证明的，先到期的在前 */
            next: components["schemas"]["PlanTask"][];
            /** @description 逾期或倒退的 */
            troubled: components["schemas"]["PlanTask"][];
            units: {
                unit: string;
                tasks: number;
                measured: number;
                fulfilled: number;
                "not-started": number;
                "in-progress": number;
                proven: number;
                late: number;
                regressed: number;
            }[];
        };
        PlanDraft: {
            /**
             * @description 方案编号
             * @example licheng-2021
             */
            id: string;
            title: string;
            issuedOn: string | null;
            fileName: string;
            fileSha256: string | null;
            importedBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            importedAt: string;
            /** @description 改正过任务或处理过未读懂内容的人；他们和导入人不能确认 */
            amendedBy: string[];
            /** @description 标题、章节等读懂了而不是任务的内容 */
            headings: {
                text: string;
                /** @description 在文件的第几行到第几行（段、表格的行），从 1 数起 */
                lines: {
                    first: number;
                    last: number;
                };
            }[];
            areas: {
                number: string;
                title: string;
                lines: {
                    first: number;
                    last: number;
                } | null;
            }[];
            tasks: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                area: string;
                text: string;
                leads: string[];
                responsible: string[];
                supporting: string[];
                due: string | null;
                /** @enum {string} */
                dueKind: "day" | "standing" | "none";
                targets: {
                    /** @enum {string} */
                    kind: "percent" | "per-100000" | "natural-days" | "working-days" | "count" | "zero" | "growth";
                    /** @enum {string} */
                    is: "at-least" | "at-most" | "below" | "above" | "equal";
                    value?: string;
                    /** @description 原文的写法 */
                    words: string;
                }[];
                instruments: {
                    title: string;
                    number?: string;
                }[];
                /** @description 原文里分派任务的那些话；没有的为空 */
                assignment: string;
                /** @description 单位写到“等有关单位”为止 */
                isOpenEnded: boolean;
                /** @description 在文件的第几行到第几行（段、表格的行），从 1 数起 */
                lines: {
                    first: number;
                    last: number;
                };
            }[];
            /** @description 没有读懂的内容；全部处理后才能确认 */
            unread: {
                ordinal: number;
                /** @enum {string} */
                reason: "text-outside-tasks" | "bracket-not-understood" | "due-not-understood" | "unit-not-understood" | "number-twice" | "no-units" | "due-before-plan" | "table-not-understood" | "picture";
                line: number;
                text: string;
                task: string | null;
                settledAs: ("resolved" | "irrelevant") | null;
                settledWords: string | null;
                settledBy: string | null;
            }[];
            /** @description 没有认出的单位 */
            unknownUnits: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                name: string;
            }[];
        };
        PlanDraftHead: {
            /**
             * @description 方案编号
             * @example licheng-2021
             */
            id: string;
            title: string;
            issuedOn: string | null;
            fileName: string;
            fileSha256: string | null;
            importedBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            importedAt: string;
            /** @description 改正过任务或处理过未读懂内容的人；他们和导入人不能确认 */
            amendedBy: string[];
        };
        PlanHead: {
            /**
             * @description 方案编号
             * @example licheng-2021
             */
            id: string;
            title: string;
            issuedOn: string | null;
            /** @enum {string} */
            state: "confirmed" | "closed";
            importedBy: string;
            confirmedBy: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            confirmedAt: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            confirmedOn: string;
            closedAt: string | null;
        };
        PlanTask: {
            /**
             * @description 任务编号
             * @example 十1
             */
            number: string;
            area: string;
            short: {
                zh: string;
                en: string;
            } | null;
            text: string;
            dueOn: string | null;
            plannedDueOn: string | null;
            /** @enum {string} */
            dueKind: "day" | "standing" | "none";
            /**
             * @description 未开始、进行中、已证明、逾期、倒退；读时按数据算出
             * @enum {string}
             */
            state: "not-started" | "in-progress" | "proven" | "late" | "regressed";
            isProvenLate: boolean;
            firstProvenOn: string | null;
            /** @description 是否写明怎样算完成 */
            hasProof: boolean;
            conditions: number;
            holding: number;
            /** @description 尚不能测算的，还缺平台的哪些部分 */
            needs: ("cases" | "checks" | "sharing" | "portal" | "assessments" | "outside")[];
            /** @description 有单位申报完成；申报不等于证明 */
            isDeclared: boolean;
            bound: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                unit: string;
                /** @enum {string} */
                role: "lead" | "responsible" | "supporting";
                namedAs: string;
                viaGroup: string | null;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
            }[];
            /** @description 本单位的部分 */
            mine: {
                unit: string;
                roles: ("lead" | "responsible" | "supporting")[];
                measured: number;
                fulfilled: number;
            }[];
        };
        PlanTaskDetail: {
            /**
             * @description 任务编号
             * @example 十1
             */
            number: string;
            area: string;
            short: {
                zh: string;
                en: string;
            } | null;
            text: string;
            dueOn: string | null;
            plannedDueOn: string | null;
            /** @enum {string} */
            dueKind: "day" | "standing" | "none";
            /**
             * @description 未开始、进行中、已证明、逾期、倒退；读时按数据算出
             * @enum {string}
             */
            state: "not-started" | "in-progress" | "proven" | "late" | "regressed";
            isProvenLate: boolean;
            firstProvenOn: string | null;
            /** @description 是否写明怎样算完成 */
            hasProof: boolean;
            conditions: number;
            holding: number;
            /** @description 尚不能测算的，还缺平台的哪些部分 */
            needs: ("cases" | "checks" | "sharing" | "portal" | "assessments" | "outside")[];
            /** @description 有单位申报完成；申报不等于证明 */
            isDeclared: boolean;
            bound: {
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
                unit: string;
                /** @enum {string} */
                role: "lead" | "responsible" | "supporting";
                namedAs: string;
                viaGroup: string | null;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
            }[];
            /** @description 本单位的部分 */
            mine: {
                unit: string;
                roles: ("lead" | "responsible" | "supporting")[];
                measured: number;
                fulfilled: number;
            }[];
            /**
             * Format: date-time
             * @description 状态是按这一时刻的数据算出的
             */
            asOf: string;
            targets: {
                /** @enum {string} */
                kind: "percent" | "per-100000" | "natural-days" | "working-days" | "count" | "zero" | "growth";
                /** @enum {string} */
                is: "at-least" | "at-most" | "below" | "above" | "equal";
                value?: string;
                /** @description 原文的写法 */
                words: string;
            }[];
            instruments: {
                title: string;
                number?: string;
            }[];
            proof: {
                id: string;
                says: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                outcome: "holds" | "fails" | "no-data" | "missing";
                source: {
                    /** @enum {string} */
                    kind: "indicator" | "expected" | "records" | "needs";
                    id: string | null;
                };
                period: string | null;
                shown: string;
                total: {
                    numerator: string | null;
                    denominator: string | null;
                    absence: ("no-data" | "zero-report" | "waived" | "unmeasured") | null;
                };
                target: {
                    /** @enum {string} */
                    is: "at-least" | "above" | "at-most" | "below" | "equal" | "rising";
                    value?: string;
                } | null;
                needs: ("cases" | "checks" | "sharing" | "portal" | "assessments" | "outside")[];
                version: string | null;
                parts: {
                    unit: string;
                    numerator: string | null;
                    denominator: string | null;
                    absence: ("no-data" | "zero-report" | "waived" | "unmeasured") | null;
                    shown: string;
                    isMet: boolean | null;
                }[];
            }[];
            /** @description 各单位的部分：本单位的；牵头单位和区信用办看到全部 */
            parts: {
                unit: string;
                roles: ("lead" | "responsible" | "supporting")[];
                measured: number;
                fulfilled: number;
            }[];
            declarations: components["schemas"]["TaskDeclaration"][];
            dueChanges: {
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                dueOn: string;
                reason: string;
                document: string | null;
                /** @description 申请延期或拟办调整的人 */
                askedBy: string;
                approvedBy: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
            }[];
            /** @description 凭文件作出的调整：时限或单位 */
            amendments: {
                document: string;
                reason: string;
                preparedBy: string;
                approvedBy: string;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
            }[];
            /** @description 各项依据何时成立、何时不再成立；all 是全部依据一起 */
            history: {
                condition: string;
                from: ("holds" | "fails" | "no-data" | "missing") | null;
                /** @enum {string} */
                to: "holds" | "fails" | "no-data" | "missing";
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                day: string;
                version: string;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description 稳定的错误代码 */
            code: string;
            /** @description 一句话：发生了什么、保留了什么、下一步怎么做 */
            detail: string;
            /** @description 本次请求的编号，询问管理员时请报此号 */
            instance?: string;
            /**
             * Format: uuid
             * @description 文件中途无法使用时，已登记的批次
             */
            batch?: string;
            /** @description 所据版本之后的新版本：何人、何时、改了哪些字段 */
            newer?: components["schemas"]["NewerVersion"][];
        };
        PublicChange: {
            at: string;
            /** Format: uuid */
            recordId: string;
            dataset: string;
            /** @enum {string} */
            what: "published" | "changed" | "ended" | "withdrawn";
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            day: string;
        };
        PublicRecord: {
            /** Format: uuid */
            recordId: string;
            dataset: string;
            datasetName: string;
            subject: {
                name: string;
                uscc: string | null;
            };
            number: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            fields: {
                code: string;
                label: string;
                value: string | string[];
            }[];
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            shownUntil: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            comesDownOn: string;
            repairFrom: string | null;
            explanation: string[];
            /** @description 自这一天起标注异议处理中 */
            disputedSince: string | null;
            /** @description 信用主体自己的说明 */
            statement: string | null;
        };
        Publicity: {
            /** Format: uuid */
            recordId: string;
            /** @enum {string} */
            state: "held" | "published" | "ended" | "withdrawn" | "suspended";
            stateReason: string | null;
            /** @description 认定等级 */
            classId: string | null;
            /** @description 可以认定的等级 */
            classes: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description 适用的规定 */
            regime: string | null;
            /** @description 公示的最后一天 */
            shownUntil: string | null;
            /** @description 这一天零时停止公示 */
            comesDownOn: string | null;
            /** @description 从这一天起可以申请信用修复 */
            repairFrom: string | null;
            explanation: string[];
            marks: {
                /** @enum {string} */
                mark: "disputed" | "statement";
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                since: string;
                until: string | null;
                words: string | null;
                name: string;
            }[];
            events: {
                /** Format: uuid */
                recordId: string;
                ordinal: number;
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                at: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                day: string;
                /** @enum {string} */
                from: "held" | "published" | "ended" | "withdrawn" | "suspended";
                /** @enum {string} */
                to: "held" | "published" | "ended" | "withdrawn" | "suspended";
                reason: string;
                words: string | null;
                actor: string;
                changedOn: string | null;
                document: string | null;
                /** @description 撤回期限，逐日列出依据 */
                clock: {
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    changedOn: string;
                    dueOn: string | null;
                    isProvisional: boolean;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    withdrawnOn: string;
                    isLate: boolean;
                    proof: {
                        /**
                         * @description 日期，YYYY-MM-DD
                         * @example 2021-04-23
                         */
                        day: string;
                        counted: boolean;
                        reason: string;
                    }[];
                } | null;
            }[];
        };
        PushBatchInput: {
            dataset: string;
            unit: string;
            records: ({
                /** Format: uuid */
                replaces?: string;
                basedOn?: components["schemas"]["BasedOnInput"];
                children?: {
                    [key: string]: ({
                        basedOn?: components["schemas"]["BasedOnInput"];
                    } & {
                        [key: string]: string | number | null;
                    })[];
                };
            } & {
                [key: string]: (string | number | null) | string[];
            })[];
        };
        Receipt: {
            /** Format: uuid */
            batch: string;
            /** @description 回执编号 */
            receiptNo: string;
            unit: string;
            dataset: string;
            datasetVersion: string;
            /** @enum {string} */
            source: "file" | "api" | "form";
            fileName: string;
            sha256: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            receivedAt: string;
            finishedAt: string | null;
            /** @enum {string} */
            state: "received" | "done" | "refused";
            refusal: {
                code: string;
                message: string;
            } | null;
            rows: number;
            accepted: number;
            changed: number;
            unchanged: number;
            rejected: number;
            waiting: number;
            issues: number;
            groups: {
                code: string;
                rule: string;
                /** @enum {string} */
                severity: "error" | "confirm" | "warning";
                count: number;
                firstRow: number;
                message: string;
                fix: string;
            }[];
            /** @description 未能执行的校验 */
            checksNotRun: string[];
            /** @description 认不出的列，内容没有入库 */
            columnsNotRead: string[];
            /** @description 对整个文件的提示，不影响受理 */
            warnings: {
                /** @enum {string} */
                code: "template-outdated";
                message: string;
            }[];
            /** @description 同一文件此前已受理：这是当时的批次，本次未写入任何数据 */
            isRepeat: boolean;
            /** @description 处理到哪里；已办完的、不在本进程处理的为 null */
            progress: {
                /**
                 * @description queued 排队；reading 逐行校验；merging 入库
                 * @enum {string}
                 */
                stage: "queued" | "reading" | "merging";
                /** @description 已校验的行数 */
                rows: number;
                /** @description 着手以来的毫秒数 */
                elapsedMs: number;
            } | null;
        };
        RefusedForwarding: {
            /** Format: uuid */
            batch: string;
            batchNumber: string;
            row: number;
            /** Format: uuid */
            recordId: string;
            dataset: string;
            unit: string;
            number: string;
            subjectName: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            version: number;
            /**
             * @description 新增、修改、撤销
             * @enum {string}
             */
            operation: "add" | "change" | "withdraw";
            handedAt: string | null;
            /** @description 市平台的错误代码 */
            code: string | null;
            /** @description 市平台的原话 */
            message: string | null;
            answeredAt: string | null;
            /** @description 已决定不改内容再报 */
            isToResend: boolean;
        };
        RepairNotice: {
            /** Format: uuid */
            recordId: string;
            regime: string;
            repairFrom: string | null;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            comesDownOn: string;
            /** @description 告知书全文 */
            text: string;
        };
        RepealImpact: {
            instrument: components["schemas"]["Instrument"];
            /** @description 规则文件里引用它的每一处 */
            readonly standards: {
                instrument: string;
                clause: string | null;
                /** @description 文件种类：dataset、check、provisions 等 */
                kind: string;
                file: string;
                line: number;
                /** @description 在文件里的位置 */
                path: string;
            }[];
            /** @description 除它以外没有其他有效依据的数据集 */
            readonly onlyBasisOf: string[];
            /** @description 触及的记录，每条只计一次 */
            readonly counts: {
                dataset: string;
                unitId: string;
                count: number;
            }[];
        };
        Session: {
            login: string;
            name: string;
            unit: string;
            /**
             * @description units 本单位；all 全区
             * @enum {string}
             */
            scope: "units" | "all";
            roles: ("data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator")[];
            rights: ("standards.read" | "intake.read" | "intake.submit" | "intake.confirm" | "record.read" | "publicity.read" | "publicity.classify" | "publicity.withdraw" | "subject.read" | "subject.join" | "forwarding.read" | "forwarding.make" | "concealment.read" | "concealment.answer" | "concealment.review" | "indicator.read" | "indicator.declare" | "indicator.waive" | "indicator.freeze" | "bulletin.read" | "bulletin.draft" | "bulletin.issue" | "plan.read" | "plan.import" | "plan.confirm" | "plan.declare" | "supervision.read" | "supervision.report" | "supervision.review" | "supervision.order" | "supervision.decide" | "attachment.read" | "attachment.add" | "notice.read" | "notice.answer" | "notice.send" | "audit.read" | "account.read" | "account.manage" | "client.manage")[];
            /** @description 须先改口令；此前没有任何权限 */
            mustChangePassword: boolean;
            hasTotp: boolean;
            /** @description 角色须用动态验证码，还没有登记验证器；此前没有任何权限 */
            mustAddTotp: boolean;
            /**
             * Format: date-time
             * @description 不再操作时，登录到何时失效
             */
            endsAt: string;
            /** @description 正代谁办理 */
            actingFor: string | null;
            /** @description 可代谁办理 */
            standsInFor: {
                login: string;
                name: string;
            }[];
            /** @description 凡改动内容的请求，须放在请求头 Xincheng-Csrf 里 */
            csrf: string;
        };
        Subject: {
            key: string;
            /**
             * @description registered 法人库中有；provisional 暂定，库中还没有
             * @enum {string}
             */
            state: "registered" | "provisional";
            /** @description 所问的主体编号；merged 已并入本主体 */
            asked: {
                key: string;
                /** @enum {string} */
                state: "registered" | "provisional" | "merged";
            };
            kind: ("legal" | "soleTrader") | null;
            /** @description 主体类型，如企业、社会团体 */
            body: string | null;
            name: string | null;
            /** @description 登记状态，如存续、注销 */
            standing: string | null;
            /** @description 登记状态日期 */
            standingOn: string | null;
            /** @description 登记信息的记录编号 */
            registration: string | null;
            registeredAt: string | null;
            aliases: {
                /** @enum {string} */
                kind: "name" | "code" | "registration-no";
                value: string;
                /**
                 * @description stated 登记信息里写明；change 登记信息变更留下
                 * @enum {string}
                 */
                source: "stated" | "change";
                /**
                 * Format: date-time
                 * @description 时刻，ISO 8601
                 */
                knownAt: string;
                endedAt: string | null;
            }[];
            /** @description 归到本主体的全部主体编号，本主体的在前 */
            keys: string[];
            joins: components["schemas"]["SubjectJoin"][];
            /** @description 数据集编号 → 记录条数，撤回的不算 */
            records: {
                [key: string]: number;
            };
        };
        SubjectJoin: {
            /** Format: uuid */
            id: string;
            from: string;
            into: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            joinedAt: string;
            joinedBy: string;
            reason: string;
            /** @description 更正所依据文件的文号；不是更正的为空 */
            document: string | null;
            undoneAt: string | null;
            undoneBy: string | null;
            undoneReason: string | null;
        };
        TaskDeclaration: {
            /**
             * @description 任务编号
             * @example 十1
             */
            number: string;
            unit: string;
            words: string;
            name: string;
            /**
             * Format: date-time
             * @description 时刻，ISO 8601
             */
            at: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            day: string;
        };
        TouchedRecord: {
            /** Format: uuid */
            recordId: string;
            parentId: string | null;
            dataset: string;
            unitId: string;
            subjectName: string;
            number: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            /** @description cites 自己引用；child 下级引用；parent 上级引用；dataset 数据集没有其他依据 */
            readonly because: ("cites" | "child" | "parent" | "dataset")[];
        };
        UnansweredForwarding: {
            /** Format: uuid */
            batch: string;
            batchNumber: string;
            row: number;
            /** Format: uuid */
            recordId: string;
            dataset: string;
            unit: string;
            number: string;
            subjectName: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            version: number;
            /**
             * @description 新增、修改、撤销
             * @enum {string}
             */
            operation: "add" | "change" | "withdraw";
            handedAt: string | null;
            /** @description 移交以来的工作日 */
            workingDays: number;
        };
        Unit: {
            id: string;
            name: string;
            readonly aliases: string[];
            kind: string;
            uscc: string;
            /** @description 代码为虚构 */
            isSyntheticCode: boolean;
            from: string | null;
            to: string | null;
            /** @description 本区信用办所在的单位 */
            isCreditOffice: boolean;
            /** @description 通知发往的单位邮箱和值班手机；没有的只在收件箱里 */
            contact: {
                mail: string | null;
                sms: string | null;
            } | null;
        };
        VoidNumber: {
            unit: string;
            /**
             * @description 号段，# 为顺序号
             * @example 济历城市监罚〔2021〕#号
             */
            series: string;
            serial: number;
            number: string;
            /**
             * @description 登记日期
             * @example 2021-04-23
             */
            notedOn: string;
            reason: string;
            /** @description 依据的文件或登记簿 */
            document: string | null;
            name: string;
            /** @description 区信用办在哪条线索上认可的；null 为单位自行登记、未经审核 */
            alarm: string | null;
            /** @description 该单位在这一文号下另有报送 */
            isFiled: boolean;
            /** @description 这一文号的决定在别处见到过 */
            isSeen: boolean;
        };
        WaitingRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            batch: string;
            unit: string;
            dataset: string;
            row: number;
            /** Format: uuid */
            recordId: string;
            subjectName: string;
            number: string;
            /**
             * @description 日期，YYYY-MM-DD
             * @example 2021-04-23
             */
            decidedOn: string;
            codes: string[];
            /** @description 为什么待确认，一条一句 */
            reasons: string[];
            /** @enum {string} */
            state: "waiting" | "confirmed" | "dropped" | "superseded";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 正常 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 数据库连不上 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    readPublicRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公示内容 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicRecord"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 清单 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenDataIndex"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOpenCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 数据集编号 */
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公示中的记录（UTF-8，带 BOM） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOpenJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 数据集编号 */
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公示中的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dataset: string;
                        records: components["schemas"]["PublicRecord"][];
                    };
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublicChanges: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页变化 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublicChange"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDoor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登录状态 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 已登录者的会话；未登录为空 */
                        session: components["schemas"]["Session"] | null;
                        /** @description 可否经统一认证登录 */
                        hasProvider: boolean;
                    };
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 会话 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 用户名 */
                    login: string;
                    password: string;
                    /** @description 动态验证码或恢复码 */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description 会话 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: {
                /** @description true：在所有地方退出 */
                everywhere?: "true" | "false";
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已退出 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        everywhere: boolean;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转到别处 */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishAtProvider: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转到别处 */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 数据集 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DatasetSummary"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDataset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 数据集编号，如 licence
                 * @example licence
                 */
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 数据集 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetForm"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDatasetRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 数据集编号，如 licence
                 * @example licence
                 */
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规则 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetRules"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTemplate: {
        parameters: {
            query?: {
                /** @description csv，或 xlsx：Excel 工作簿 */
                format?: "csv" | "xlsx";
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 数据集编号，如 licence
                 * @example licence
                 */
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 空表（CSV 为 UTF-8，带 BOM） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 单位 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unit"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChecks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 校验 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Check"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadlines: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 期限 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Deadline"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCatalog: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 目录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogEntry"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstruments: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 依据 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            instrument: components["schemas"]["Instrument"];
                            /** @description 规则文件里引用它的地方有几处 */
                            citations: number;
                        }[];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepealImpact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 依据编号、文号或者全称
                 * @example gbf-2020-49
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 触及的内容 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepealImpact"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTouchedRecords: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 依据编号、文号或者全称
                 * @example gbf-2020-49
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TouchedRecord"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenDecisions: {
        parameters: {
            query?: {
                /** @description 最多几项 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 议定事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenDecision"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 经费 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Funds"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    computeDue: {
        parameters: {
            query: {
                /** @description 期限编号，如 objection.close */
                deadline?: string;
                /** @description 适用范围，如 licheng、national；缺省为本区适用的第一个 */
                jurisdiction?: string;
                /** @description 天数，与 unit 一起给出 */
                days?: number;
                /** @description working-day 工作日；natural-day 自然日 */
                unit?: "working-day" | "natural-day";
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                from: string;
                /** @description 末日逢休息日是否顺延；缺省按期限的规定 */
                roll?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 到期日与逐日依据 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Due"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                dataset?: string;
                unit?: string;
                state?: "received" | "done" | "refused";
                /**
                 * @description 这一天起收到的
                 * @example 2021-04-23
                 */
                from?: string;
                /**
                 * @description 到这一天为止收到的
                 * @example 2021-04-23
                 */
                until?: string;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页批次 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Receipt"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushBatch: {
        parameters: {
            query?: never;
            header: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
                /**
                 * @description 由客户端生成，每份内容一个，如 UUID
                 * @example 0b5f1d3e-6a54-4c0e-9d7e-2f9c1f6f7a10
                 */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushBatchInput"];
            };
        };
        responses: {
            /** @description 此前已受理，本次未写入 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: components["schemas"]["Receipt"];
                        children: components["schemas"]["Receipt"][];
                    };
                };
            };
            /** @description 已受理 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: components["schemas"]["Receipt"];
                        children: components["schemas"]["Receipt"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitFile: {
        parameters: {
            query: {
                /**
                 * @description 数据集编号
                 * @example licence
                 */
                dataset: string;
                /** @description 报送单位的编号 */
                unit: string;
                /** @description 工作簿里要读的工作表；不写则读表头相符的那一张 */
                sheet?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
                /**
                 * @description 由客户端生成，每份内容一个，如 UUID
                 * @example 0b5f1d3e-6a54-4c0e-9d7e-2f9c1f6f7a10
                 */
                "idempotency-key"?: string;
                /** @description respond-async：收下即答复，在后台处理 */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description Excel 工作簿（.xlsx）、CSV 或 JSON 文件
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 同一文件此前已受理，本次未写入 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description 已受理并处理完毕 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description 已受理，正在后台处理；Location 是批次的地址 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 回执 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIssues: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页问题 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Issue"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readResult: {
        parameters: {
            query?: {
                /** @description csv，或 xlsx：Excel 工作簿 */
                format?: "csv" | "xlsx";
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 标注结果（CSV 为 UTF-8，带 BOM） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaiting: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页待确认的行 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingRow"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBatchWaiting: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页待确认的行 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingRow"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideWaiting: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 待确认行的编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description row 确认无误；correction 更正决定日期；new-decision 同号另一决定；drop 放弃
                     * @enum {string}
                     */
                    as: "row" | "correction" | "new-decision" | "drop";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已处理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingRow"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                dataset?: string;
                unit?: string;
                subject?: string;
                parent?: string;
                state?: "held" | "published" | "ended" | "withdrawn" | "suspended";
                /** @description 文号或主体名称的一部分；文号的括号与空格不计 */
                text?: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                decidedFrom?: string;
                /**
                 * @description 日期，YYYY-MM-DD
                 * @example 2021-04-23
                 */
                decidedTo?: string;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CreditRecord"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRecord: {
        parameters: {
            query?: {
                /** @description 看当时的版本：这一刻本平台所知 */
                asOf?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRecord"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各版本 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CreditRecord"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPublicity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公示状态 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publicity"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRepairNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 告知书 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairNotice"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeld: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HeldRecord"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actUponPublicity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    act: "withdraw";
                    /** @enum {string} */
                    because: "decision-changed" | "decision-revoked" | "decision-unlawful" | "decision-void" | "error" | "secret" | "objection-upheld";
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    changedOn?: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 依据文书的文号 */
                    document?: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "suspend";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 依据文书的文号 */
                    document?: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "resume";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 依据文书的文号 */
                    document?: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "set-class";
                    class: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "set-mark";
                    /** @enum {string} */
                    mark: "disputed" | "statement";
                    words?: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "clear-mark";
                    /** @enum {string} */
                    mark: "disputed" | "statement";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                } | {
                    /** @enum {string} */
                    act: "set-text";
                    field: string;
                    text: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                    /** @description 看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile） */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description 办理后的公示状态 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publicity"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSubject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 主体编号：统一社会信用代码，没有代码的为 R注册号|名称
                 * @example 91370112MA0000015R
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 主体 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinSubjects: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 主体编号：统一社会信用代码，没有代码的为 R注册号|名称
                 * @example 91370112MA0000015R
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 并入哪个主体 */
                    into: string;
                    /**
                     * @description 重错码更正：两个主体在法人库中都存续的，只有更正才能合并
                     * @default null
                     */
                    rectification?: {
                        /** @description 依据文件的文号 */
                        document: string;
                    } | null;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 合并后的主体 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoJoin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 主体编号：统一社会信用代码，没有代码的为 R注册号|名称
                 * @example 91370112MA0000015R
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 撤销后的主体 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForwardBatches: {
        parameters: {
            query?: {
                dataset?: string;
                state?: "made" | "handed" | "answered";
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页上传批次 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ForwardBatch"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeForwardBatches: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example licence */
                    dataset: string;
                };
            };
        };
        responses: {
            /** @description 生成的批次 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ForwardBatch"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readForwardBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 上传批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 上传批次 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardBatch"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handForwardBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 上传批次编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已移交 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batch: components["schemas"]["ForwardBatch"];
                        /** @description 以前已移交：送出同样的文件，移交时刻不变 */
                        isRepeat: boolean;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importForwardAnswer: {
        parameters: {
            query?: {
                /** @description 文件里没有批次号时，指明批次 */
                batch?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description Excel 工作簿（.xlsx）、CSV 或 JSON 文件
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 同一文件此前已导入，本次未写入 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardAnswer"];
                };
            };
            /** @description 已导入 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardAnswer"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendRecords: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    records: string[];
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 将再报的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 将再报的记录；不是“未通过”的不在其中 */
                        records: string[];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnansweredForwarding: {
        parameters: {
            query?: {
                dataset?: string;
                unit?: string;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
                /** @description 至少已过几个工作日 */
                days?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页未回的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnansweredForwarding"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefusedForwarding: {
        parameters: {
            query?: {
                dataset?: string;
                unit?: string;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页未通过的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RefusedForwarding"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDueForwarding: {
        parameters: {
            query?: {
                /** @description 几天之内到期；已逾期的总在其中 */
                days?: number;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 未上传的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DueForwarding"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countForwarding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 统计 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ForwardingCount"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConcealmentAlarms: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
                /** @description 只看某一单位 */
                unit?: string;
                /** @description 按办理的最后一步；已补报而未答复的仍在 open、returned 里 */
                state?: "open" | "answered" | "returned" | "closed";
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 线索 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConcealmentAlarm"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readConcealmentAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 线索 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcealmentAlarm"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actUponConcealmentAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    act: "answer";
                    /** @enum {string} */
                    answer: "found" | "lawful-gap" | "explained";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 说明 */
                    words: string;
                    /** @description 依据的文件或登记簿 */
                    document?: string;
                } | {
                    /** @enum {string} */
                    act: "accept";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 说明 */
                    words: string;
                    /** @description 依据的文件或登记簿 */
                    document?: string;
                } | {
                    /** @enum {string} */
                    act: "return";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 说明 */
                    words: string;
                    /** @description 依据的文件或登记簿 */
                    document?: string;
                };
            };
        };
        responses: {
            /** @description 办理后的线索 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcealmentAlarm"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVoidNumbers: {
        parameters: {
            query?: {
                /** @description 只看某一单位 */
                unit?: string;
                /**
                 * @description 只看某一月份登记的
                 * @example 2021-05
                 */
                month?: string;
                /** @description 一页最多几条 */
                limit?: number;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 空号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VoidNumber"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareVoidNumbers: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    /** @description 依法没有使用的文号 */
                    numbers: string[];
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 说明 */
                    words: string;
                    /** @description 依据的文件或登记簿 */
                    document?: string;
                };
            };
        };
        responses: {
            /** @description 登记了几个 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 新登记的个数 */
                        noted: number;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteSighting: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 作出决定的单位 */
                    unit: string;
                    dataset: string;
                    number: string;
                    /** @enum {string} */
                    seenIn: "repair" | "objection" | "credit-check" | "inspection" | "complaint" | "publication";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 说明 */
                    words: string;
                    /** @description 依据的文件或登记簿 */
                    document?: string;
                };
            };
        };
        responses: {
            /** @description 已登记 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scanConcealment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 结果 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcealmentScan"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBulletins: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 通报 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Bulletin"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 2021-05 */
                    month: string;
                    /**
                     * @description 更正已签发的那一期
                     * @default false
                     */
                    isCorrection?: boolean;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 草稿 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 通报 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 变化 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BulletinChange"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBulletinPage: {
        parameters: {
            query?: {
                language?: "zh" | "en";
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 网页 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBulletinPdf: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actUponBulletin: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    act: "edit";
                    paragraphs: {
                        heading: {
                            zh: string;
                            en: string;
                        } | null;
                        text: {
                            zh: string;
                            en: string;
                        };
                    }[];
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                } | {
                    /** @enum {string} */
                    act: "issue";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                } | {
                    /** @enum {string} */
                    act: "drop";
                    reason: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 办理后的通报 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulletin"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIndicators: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 指标 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Indicator"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIndicator: {
        parameters: {
            query?: {
                /** @description 2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间 */
                period?: string;
                /** @description 只看这个单位；合计仍是全区的 */
                unit?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 指标编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 指标的数字 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorReading"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBoard: {
        parameters: {
            query?: {
                /** @description 2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间 */
                period?: string;
                /** @description 只看这个单位；合计仍是全区的 */
                unit?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 看板数据 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIndicatorRows: {
        parameters: {
            query?: {
                /** @description 2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间 */
                period?: string;
                /** @description 只看这个单位；合计仍是全区的 */
                unit?: string;
                /** @description 分子或分母 */
                part?: "numerator" | "denominator";
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 指标编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorRows"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExpected: {
        parameters: {
            query?: {
                /** @description 2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间 */
                period?: string;
                /** @description 只看这个单位；合计仍是全区的 */
                unit?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 应报清单编号 */
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 应报清单 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpectedSet"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sayExpected: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 应报清单编号 */
                set: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "declared" | "zero" | "waived" | "revoked";
                    unit: string;
                    /**
                     * @description 数据集
                     * @example licence
                     */
                    item: string;
                    /** @example 2021-05 */
                    period: string;
                    /** @description 申报总数；只在 declared 时写 */
                    count?: number;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 豁免、撤销，以及申报少于已报数时必填 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 写下的内容 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpectedWord"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freezePeriod: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 2021-05 */
                    period: string;
                };
            };
        };
        responses: {
            /** @description 冻结了哪些指标 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrozenPeriod"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description 对象的种类，如 record、batch */
                objectKind?: string;
                objectId?: string;
                actor?: string;
                act?: string;
                /** @description 从这一刻起 */
                from?: string;
                /** @description 到这一刻之前 */
                before?: string;
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页事件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEvent"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditHead: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 链头 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPlan: {
        parameters: {
            query: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
                /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                name?: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description Excel 工作簿（.xlsx）、CSV 或 JSON 文件
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 待确认的方案 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 待确认的方案 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    amendPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 任务编号
                     * @example 十1
                     */
                    number: string;
                    /** @description 单位或单位组，写名称或编号 */
                    leads?: string[];
                    /** @description 单位或单位组，写名称或编号 */
                    responsible?: string[];
                    /** @description 单位或单位组，写名称或编号 */
                    supporting?: string[];
                    due?: {
                        /** @enum {string} */
                        kind: "day" | "standing" | "none";
                        on: string | null;
                    };
                    targets?: {
                        /** @enum {string} */
                        kind: "percent" | "per-100000" | "natural-days" | "working-days" | "count" | "zero" | "growth";
                        /** @enum {string} */
                        is: "at-least" | "at-most" | "below" | "above" | "equal";
                        value?: string;
                        /** @description 原文的写法 */
                        words: string;
                    }[];
                    instruments?: {
                        title: string;
                        number?: string;
                    }[];
                    /** @description 时限早于方案日期属实 */
                    acceptsEarlyDue?: boolean;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 改正后 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settlePlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ordinals: number[];
                    /**
                     * @description resolved 已据以改正任务；irrelevant 与任务无关
                     * @enum {string}
                     */
                    as: "resolved" | "irrelevant";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 处理后 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已作废 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 方案编号
                         * @example licheng-2021
                         */
                        id: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 已分发 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchedPlan"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 方案 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: components["schemas"]["PlanHead"][];
                        /** @description 待确认的；只有区信用办看得到 */
                        drafts: components["schemas"]["PlanDraftHead"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 方案 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPlanBoard: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 总览 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanBoard"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    amendPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 任务编号
                     * @example 十1
                     */
                    number: string;
                    /** @description 文号或文件名称 */
                    document: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    dueOn?: string;
                    /** @description 任务今后的全部单位 */
                    units?: {
                        /** @description 单位或单位组，写名称或编号 */
                        leads: string[];
                        /** @description 单位或单位组，写名称或编号 */
                        responsible: string[];
                        /** @description 单位或单位组，写名称或编号 */
                        supporting: string[];
                    };
                    /** @description 拟办人：登录的人写拟办人的用户名或姓名 */
                    preparedBy: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 调整了什么 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendedTask"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closePlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已结束 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description 方案编号
                         * @example licheng-2021
                         */
                        id: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 任务 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanTaskDetail"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /**
                 * @description 方案编号
                 * @example licheng-2021
                 */
                id: string;
                /**
                 * @description 任务编号
                 * @example 十1
                 */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    /** @description 完成了什么 */
                    words: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 已记下 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDeclaration"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMatters: {
        parameters: {
            query?: {
                /** @description 进展报告、工作推进方案、督办单、延期、移交、退回任务、催办 */
                kind?: "report" | "action-plan" | "order" | "extension" | "hand-over" | "release" | "urging";
                plan?: string;
                number?: string;
                unit?: string;
                /** @description true：只列没有办完的 */
                open?: "true" | "false";
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页督办事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Matter"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "report";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    /** @example 2021-05 */
                    period: string;
                    figures?: {
                        name: string;
                        value: string;
                    }[];
                    /** @description 先作为附件上传，再在这里写编号 */
                    attachments?: string[];
                } | {
                    /** @enum {string} */
                    kind: "report-call";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    period: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    dueOn: string;
                } | {
                    /** @enum {string} */
                    kind: "action-plan";
                    plan: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    /** @description 先作为附件上传，再在这里写编号 */
                    attachments: string[];
                } | {
                    /** @enum {string} */
                    kind: "order";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    /**
                     * @description 自这一天起未落实
                     * @example 2021-04-23
                     */
                    sinceOn: string;
                } | {
                    /** @enum {string} */
                    kind: "urging";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                } | {
                    /** @enum {string} */
                    kind: "extension";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    dueOn: string;
                } | {
                    /** @enum {string} */
                    kind: "hand-over";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                    /** @description 接收单位 */
                    to: string;
                } | {
                    /** @enum {string} */
                    kind: "release";
                    plan: string;
                    /** @example 十1 */
                    number: string;
                    unit: string;
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    words: string;
                };
            };
        };
        responses: {
            /** @description 办理后的事项 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matter"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 事项编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 督办事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matter"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOrderPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 事项编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 督办单 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwedReports: {
        parameters: {
            query: {
                plan: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 应报的报告 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwedReport"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actInMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 事项编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    act: "return" | "accept" | "reopen" | "issue" | "drop" | "reply" | "close" | "agree" | "decline" | "grant" | "refuse";
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    /** @description 内容或理由；审核通过、批准、签发、办结可以不写 */
                    words?: string;
                    /** @description 先作为附件上传，再在这里写编号 */
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 办理后的事项 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matter"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttachments: {
        parameters: {
            query: {
                /** @description 附在什么上，如 plan-progress */
                ownerKind: string;
                /** @description 它的编号 */
                ownerId: string;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 附件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Attachment"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAttachment: {
        parameters: {
            query: {
                /** @description 附在什么上，如 plan-progress */
                ownerKind: string;
                /** @description 它的编号 */
                ownerId: string;
                /** @description 以哪个单位的名义 */
                unit: string;
                /** @description 它的哪一版 */
                ownerVersion?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description Excel 工作簿（.xlsx）、CSV 或 JSON 文件
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 此前已添加过同样的文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description 已添加 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 附件编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件内容 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                unit?: string;
                /** @description unread 未签收；unanswered 待答复 */
                only?: "unread" | "unanswered";
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                    title: string;
                    text: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    answerDueOn?: string;
                };
            };
        };
        responses: {
            /** @description 今天已发过 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 已发送 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 通知编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 通知编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 通知编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名 */
                    name?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description 新会话 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description 密钥 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32，只给一次 */
                        secret: string;
                        /** @description 供做成二维码 */
                        uri: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 动态验证码或恢复码 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description 恢复码 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 只给一次 */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description 已停用 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasTotp: boolean;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSession"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 登录的编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已结束 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 登录的编号 */
                        id: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 对照表 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            /** @enum {string} */
                            id: "data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator";
                            name: string;
                            rights: ("standards.read" | "intake.read" | "intake.submit" | "intake.confirm" | "record.read" | "publicity.read" | "publicity.classify" | "publicity.withdraw" | "subject.read" | "subject.join" | "forwarding.read" | "forwarding.make" | "concealment.read" | "concealment.answer" | "concealment.review" | "indicator.read" | "indicator.declare" | "indicator.waive" | "indicator.freeze" | "bulletin.read" | "bulletin.draft" | "bulletin.issue" | "plan.read" | "plan.import" | "plan.confirm" | "plan.declare" | "supervision.read" | "supervision.report" | "supervision.review" | "supervision.order" | "supervision.decide" | "attachment.read" | "attachment.add" | "notice.read" | "notice.answer" | "notice.send" | "audit.read" | "account.read" | "account.manage" | "client.manage")[];
                        }[];
                        rights: {
                            /**
                             * @description 权限，见 /api/v1/roles
                             * @enum {string}
                             */
                            id: "standards.read" | "intake.read" | "intake.submit" | "intake.confirm" | "record.read" | "publicity.read" | "publicity.classify" | "publicity.withdraw" | "subject.read" | "subject.join" | "forwarding.read" | "forwarding.make" | "concealment.read" | "concealment.answer" | "concealment.review" | "indicator.read" | "indicator.declare" | "indicator.waive" | "indicator.freeze" | "bulletin.read" | "bulletin.draft" | "bulletin.issue" | "plan.read" | "plan.import" | "plan.confirm" | "plan.declare" | "supervision.read" | "supervision.report" | "supervision.review" | "supervision.order" | "supervision.decide" | "attachment.read" | "attachment.add" | "notice.read" | "notice.answer" | "notice.send" | "audit.read" | "account.read" | "account.manage" | "client.manage";
                            name: string;
                            isOwnUnitOnly: boolean;
                            isTransferable: boolean;
                        }[];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                unit?: string;
                role?: "data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator";
                /** @description active 在用；disabled 停用 */
                state?: "active" | "disabled";
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页账号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Account"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    unit: string;
                    /**
                     * @description units 本单位；all 全区
                     * @enum {string}
                     */
                    scope: "units" | "all";
                    roles: ("data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator")[];
                    /** @description 用户名 */
                    login: string;
                };
            };
        };
        responses: {
            /** @description 已新建 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["Account"];
                        /** @description 初始口令，只给一次；首次登录须改 */
                        password: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 用户名 */
                login: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 账号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actUponAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                /** @description 用户名 */
                login: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    unit: string;
                    /**
                     * @description units 本单位；all 全区
                     * @enum {string}
                     */
                    scope: "units" | "all";
                    roles: ("data-officer" | "reviewer" | "credit-office" | "clerk" | "leader" | "auditor" | "administrator")[];
                    /** @enum {string} */
                    act: "change";
                } | {
                    /** @enum {string} */
                    act: "disable";
                } | {
                    /** @enum {string} */
                    act: "enable" | "unlock" | "reset-password" | "remove-totp" | "unlink";
                } | {
                    /** @enum {string} */
                    act: "link";
                    /** Format: uri */
                    issuer: string;
                    subject: string;
                };
            };
        };
        responses: {
            /** @description 办理后的账号 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["Account"];
                        /** @description 初始口令，只给一次；首次登录须改 */
                        password: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiClients: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiClient"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    unit: string;
                    rights: ("standards.read" | "intake.read" | "intake.submit" | "intake.confirm" | "record.read" | "publicity.read" | "publicity.classify" | "publicity.withdraw" | "subject.read" | "subject.join" | "forwarding.read" | "forwarding.make" | "concealment.read" | "concealment.answer" | "concealment.review" | "indicator.read" | "indicator.declare" | "indicator.waive" | "indicator.freeze" | "bulletin.read" | "bulletin.draft" | "bulletin.issue" | "plan.read" | "plan.import" | "plan.confirm" | "plan.declare" | "supervision.read" | "supervision.report" | "supervision.review" | "supervision.order" | "supervision.decide" | "attachment.read" | "attachment.add" | "notice.read" | "notice.answer" | "notice.send" | "audit.read" | "account.read" | "account.manage" | "client.manage")[];
                    /** @description 有效几天 */
                    days: number;
                };
            };
        };
        responses: {
            /** @description 已发 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client: components["schemas"]["ApiClient"];
                        /** @description 令牌，只给一次；放在请求头 Authorization: Bearer 之后 */
                        token: string;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已作废 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClient"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listColleagues: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 同事 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Colleague"][];
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDelegations: {
        parameters: {
            query?: {
                /** @description 上一页给出的 next，原样交回 */
                cursor?: string;
                /** @description 一页最多几条 */
                limit?: number;
            };
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delegation"][];
                        /** @description 下一页的 cursor；没有下一页时为 null */
                        next: string | null;
                    };
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 外出者；不填为本人，他人由管理员办 */
                    from?: string;
                    /** @description 用户名 */
                    to: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    fromOn: string;
                    /**
                     * @description 日期，YYYY-MM-DD
                     * @example 2021-04-23
                     */
                    untilOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已委托 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容过大 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 类型不支持 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 内容无法使用 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 单位编号：开发令牌只以这一个单位的身份办理 */
                "xincheng-unit"?: string;
                /** @description 以 Cookie 访问并改动内容时必填，值见会话的 csrf */
                "xincheng-csrf"?: string;
                /** @description 代这位外出的同事办理：其用户名 */
                "xincheng-acting-for"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已结束 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description 请求有误 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 需要登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 不允许 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 与现状冲突 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 请求太频繁 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description 系统出错 */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
